// "Why is this here?": one sentence about who says so, worked out from the evidence itself.
import { dayWords, passages, sources } from "./data.js";
import { plural } from "./dom.js";

function called(source) {
  const name = source.publisher || source.title;
  return source.date ? `${name} (${dayWords(source.date)})` : name;
}

function named(list) {
  const names = list.slice(0, 3).map(called);
  if (list.length > 3) names.push(`${list.length - 3} more`);
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names.join("");
}

export function spread(said) {
  const speaking = [...new Set(said.map((passage) => passages[passage][0]))].map((place) => sources[place]);
  return { first: speaking.filter((source) => !source.brief), briefs: speaking.filter((source) => source.brief) };
}

function located(said) {
  const exact = said.filter((passage) => passages[passage].length > 1).length;
  if (!exact) return " Where in the text it stands is not recorded.";
  if (exact === said.length) return "";
  return ` ${exact} of ${said.length} places in the texts are known to the character.`;
}

export function whyFact(said) {
  const { first, briefs } = spread(said);
  if (!said.length) return "It comes from the registry, which is kept by hand; no source is listed for it.";
  const again = briefs.length ? ` ${plural(briefs.length, "article")} of this project ${briefs.length === 1 ? "repeats" : "repeat"} it; the words are shown.` : "";
  if (!first.length) return `Stated in ${plural(briefs.length, "article")} of this project.`;
  const lone = first.length === 1;
  const keeps = lone ? "The default graph holds it on the word of this source alone." : "The default graph holds it as long as one of them says so.";
  return `Stated by ${plural(first.length, "source")}: ${named(first)}. ${keeps}${again}${located(said)}`;
}

export function whyNode(node) {
  const { first } = spread(node.said ?? []);
  const resting = first.length ? `${plural(first.length, "source")}: ${named(first)}` : "";
  if (node.kind === "source") return "It is one of the documents that this graph rests on.";
  if (node.kind === "indicator" || node.kind === "target-group") return "It is a concept of the vocabulary; statements point to it.";
  if (node.registered) return resting ? `The registry has an entry for it, and it is named by ${resting}.` : "The registry has an entry for it.";
  return resting ? `Stated by ${resting}.` : "Other statements point to it.";
}
