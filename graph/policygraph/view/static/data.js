// The data of the page, and the indexes that everything else asks.

function parsed(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

export const nodes = parsed("nodes");
export const edges = parsed("edges");
export const rest = parsed("rest");
export const { facts, sources, passages, points, definitions, findings, severities } = rest;

export const nodeByKey = new Map(nodes.map((node) => [node.key, node]));
export const edgesOf = nodes.map(() => []);
for (const edge of edges) {
  edgesOf[edge.from].push(edge);
  edgesOf[edge.to].push(edge);
}

export const factsOf = nodes.map(() => []);
export const factsOfSource = sources.map(() => []);
facts.forEach((fact, place) => {
  fact.id = place;
  for (const node of fact.about) factsOf[node].push(fact);
  for (const source of new Set(fact.said.map((passage) => passages[passage][0]))) factsOfSource[source].push(fact);
});

export const findingsOfFact = facts.map(() => []);
findings.forEach((finding, place) => {
  finding.id = place;
  for (const fact of finding.facts ?? []) findingsOfFact[fact].push(finding);
});

export const pointOfFact = new Map(points.map((point) => [point.fact, point]));
export const nodeOfSource = new Map(nodes.filter((node) => node.source !== undefined).map((node) => [node.source, node]));

export const KINDS = [
  ["person", "People"], ["body", "Bodies"], ["post", "Posts"], ["initiative", "Initiatives"],
  ["target-group", "Target groups"], ["place", "Places"], ["indicator", "Indicators"], ["target", "Targets"],
  ["figure", "Figures"], ["ranking", "Rankings"], ["source", "Sources"],
];
export const KIND_NAMES = {
  person: "Person", body: "Body", post: "Post", initiative: "Initiative", "target-group": "Target group",
  place: "Place", indicator: "Indicator", target: "Target", figure: "Figure", ranking: "Ranking", source: "Source",
};

// Kinds that the first picture leaves out: there are many, and they hang on what it shows.
export const COLLAPSED = new Set(["figure", "source", "ranking"]);

export const relations = (() => {
  const found = new Map();
  for (const edge of edges) {
    const known = found.get(edge.relation) ?? { code: edge.relation, label: edge.label, count: 0, late: false, labels: new Set() };
    known.labels.add(edge.label);
    known.count += 1;
    known.late ||= COLLAPSED.has(nodes[edge.from].kind) || COLLAPSED.has(nodes[edge.to].kind);
    found.set(edge.relation, known);
  }
  // One name for a relation that is worded in several ways: its code, in words.
  for (const known of found.values()) if (known.labels.size > 1) known.label = known.code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return [...found.values()].sort((one, other) => one.late - other.late || other.count - one.count || (one.code < other.code ? -1 : 1));
})();

export function plainName(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[\s\-_.,'’/()]+/g, " ").trim();
}

export function dayWords(day) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? "");
  if (!found) return day ?? "";
  const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  return `${Number(found[3])} ${months[Number(found[2]) - 1]} ${found[1]}`;
}
