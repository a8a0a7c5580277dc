// Read an RDF file with a parser that this project did not write, and print its statements as N-Quads,
// one a line, sorted. Usage: node statements.mjs n3|jsonld FORMAT FILE
import { readFileSync } from "node:fs";

const [reader, format, file] = process.argv.slice(2);
const text = readFileSync(file, "utf8");

async function withN3() {
  const { Parser, Writer } = await import("n3");
  const quads = new Parser({ format, blankNodePrefix: "" }).parse(text);
  const writer = new Writer({ format: "N-Quads" });
  return quads.map((quad) =>
    writer.quadToString(quad.subject, quad.predicate, quad.object, quad.graph).trim());
}

async function withJsonld() {
  const { default: jsonld } = await import("jsonld");
  // Nothing may be fetched: the context stands in the document.
  const documentLoader = (url) => { throw new Error(`asked for ${url}`); };
  const written = await jsonld.toRDF(JSON.parse(text), { format: "application/n-quads", documentLoader });
  return written.trim().split("\n");
}

const lines = reader === "n3" ? await withN3() : await withJsonld();
process.stdout.write(lines.sort().join("\n") + "\n");
