// The side panel: what is known of a node, an edge or some facts, who says so, and where to go next.
import { KIND_NAMES, edges, edgesOf, facts, factsOf, factsOfSource, nodes, points, sources } from "./data.js";
import { byId, h, outside, plural, replace } from "./dom.js";
import { evidence, factItem, nodeLink } from "./facts.js";
import { legendShape } from "./filters.js";
import { centreOn, unfold } from "./network.js";
import { change, select, state } from "./state.js";
import { hangingOn, otherEnd, toggled } from "./visible.js";
import { whyNode } from "./why.js";

const GROUPS = [
  ["tenure", "Posts held"], ["step", "Timeline"], ["amount", "Money"], ["target", "Targets"],
  ["attribution", "Who credits what (claims, not findings)"], ["ranking", "Rankings"], ["figure", "Figures"],
  ["growth", "Growth rates as stated"], ["relation", "Relations"],
];
const FIRST = 8;

function byDay(one, other) {
  return (one.day ?? "9999") < (other.day ?? "9999") ? -1 : (one.day ?? "9999") > (other.day ?? "9999") ? 1 : one.id - other.id;
}

// A long list starts short.
function list(items, make, name) {
  const box = h(name === "Timeline" ? "ol" : "ul", { class: name === "Timeline" ? "facts timeline" : "facts" }, items.slice(0, FIRST).map(make));
  if (items.length <= FIRST) return box;
  const more = h("button", { onclick: () => { box.append(...items.slice(FIRST).map(make)); more.remove(); } }, `Show all ${items.length.toLocaleString("en")}`);
  return [box, more];
}

function groups(found, here) {
  const open = found.length === 1;
  return GROUPS.map(([kind, usual]) => {
    const title = kind === "tenure" && nodes[here]?.kind !== "person" ? "Who held posts" : usual;
    const ofKind = found.filter((fact) => fact.kind === kind).sort(byDay);
    if (kind === "figure" || kind === "growth") ofKind.reverse();
    if (!ofKind.length) return null;
    return h("section", { class: "group" }, h("h3", null, title, h("span", { class: "count" }, ofKind.length)), list(ofKind, (fact) => factItem(fact, here, open), title));
  });
}

function header(kind, title, sub) {
  return h("div", { class: "head" },
    h("div", { class: "kind" }, kind),
    h("button", { class: "close", "aria-label": "Close the details", onclick: () => select(null) }, "×"),
    h("h2", { dir: "auto", tabindex: "-1" }, title), sub ? h("p", { class: "names", dir: "auto" }, sub) : null);
}

function particulars(rows) {
  if (!rows?.length) return null;
  return h("dl", { class: "rows" }, rows.map(([name, words]) => [h("dt", null, name), h("dd", { dir: "auto" }, name === "Web" ? outside(words, words) ?? words : words)]));
}

function kindsIn(ids) {
  const counts = new Map();
  for (const id of ids) counts.set(nodes[id].kind, (counts.get(nodes[id].kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => plural(count, KIND_NAMES[kind].toLowerCase())).join(", ");
}

function buttons(node) {
  const { collapsed, leaves } = hangingOn(node.id);
  const open = state.expanded.has(node.id);
  const folded = state.folded.has(node.id);
  const charted = points.some((point) => point.indicator === node.id);
  return h("div", { class: "buttons" },
    h("button", { onclick: () => { change({ tab: "graph" }); centreOn(node.id); } }, "Centre"),
    collapsed.length ? h("button", { id: "expand", "aria-expanded": String(open), onclick: () => unfold(node.id) }, `${open ? "Hide" : "Show"} ${kindsIn(collapsed)}`) : null,
    leaves.length ? h("button", { id: "fold", "aria-expanded": String(!folded), onclick: () => change({ folded: toggled(state.folded, node.id) }) }, `${folded ? "Show" : "Hide"} ${plural(leaves.length, "leaf", "leaves")} on it`) : null,
    charted ? h("button", { onclick: () => change({ tab: "figures", indicator: node.id }) }, "Show as chart") : null);
}

function connection(edge, here) {
  const other = otherEnd(edge, here);
  const arrow = edge.from === here ? `${edge.label} →` : `← ${edge.label}`;
  const dated = edge.start || edge.end ? [edge.start, edge.end].filter(Boolean).map((day) => day.slice(0, 7)) : [];
  return h("li", null, h("button", { class: "relation", title: "About this relation", onclick: () => select({ type: "edge", id: edge.id }) }, arrow),
    " ", nodeLink(other), dated.length ? h("span", { class: "meta" }, ` ${[...new Set(dated)].join(" – ")}`) : null);
}

function connections(node) {
  const found = edgesOf[node.id];
  if (!found.length) return null;
  return h("section", { class: "group connections" }, h("h3", null, "Connections", h("span", { class: "count" }, found.length)), list(found, (edge) => connection(edge, node.id), "Connections"));
}

function nodePanel(node) {
  const source = node.kind === "source" ? sources[node.source] : null;
  const found = source ? factsOfSource[node.source] : factsOf[node.id];
  return [
    header([legendShape(node.kind), KIND_NAMES[node.kind]], node.label, (node.names ?? []).join(" · ")),
    source ? outside(source.url, "Open the source") : null,
    particulars(node.rows), buttons(node),
    source ? h("p", { class: "why" }, whyNode(node)) : evidence(node.said ?? [], false, whyNode(node)),
    groups(found, node.id), connections(node),
  ];
}

function edgePanel(edge) {
  const fact = facts[edge.fact];
  const title = `${nodes[edge.from].label} – ${edge.label} – ${nodes[edge.to].label}`;
  const ends = h("p", { class: "sentence" }, nodeLink(edge.from), ` ${edge.label} `, nodeLink(edge.to));
  if (fact) return [header("Relation", title), h("ul", { class: "facts" }, factItem(fact, -1, true))];
  const said = nodes[edge.from].source !== undefined ? factsOfSource[nodes[edge.from].source].filter((one) => one.about.includes(edge.to)) : [];
  return [header("Relation", title), ends, said.length ? groups(said, edge.to) : h("p", { class: "why" }, "The registry lists this source for this entry.")];
}

function factsPanel(ids, title, kind = "Figures") {
  return [header(kind, title), h("ul", { class: "facts" }, ids.map((id) => factItem(facts[id], -1, true)))];
}

// `same` says that the selection is as before: then the reader's place in the panel stays too.
export function drawPanel(same = false) {
  const box = byId("panel");
  const top = box.scrollTop;
  const focused = box.contains(document.activeElement) ? document.activeElement.id : "";
  const chosen = state.selected;
  box.hidden = !chosen;
  document.body.classList.toggle("with-panel", Boolean(chosen));
  if (!chosen) return;
  const content = chosen.type === "node" ? nodePanel(nodes[chosen.id]) : chosen.type === "edge" ? edgePanel(edges[chosen.id]) : factsPanel(chosen.ids, chosen.title, chosen.kind);
  replace(box, content);
  box.scrollTop = same ? top : 0;
  if (same && focused) byId(focused)?.focus();
}
