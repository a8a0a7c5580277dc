// The table twin: the nodes and relations that the picture shows, for keyboard and screen reader.
import { KIND_NAMES, edges, edgesOf, factsOf, facts, nodes, passages, plainName } from "./data.js";
import { byId, h, plural, replace } from "./dom.js";
import { select, selectNode, state } from "./state.js";

const PAGE = 100;
const look = { which: "nodes", text: "", sort: { nodes: ["Links", -1], edges: ["From", 1] }, most: PAGE };
let shown = { nodes: [], edges: [] };

function sourcesOf(said) {
  return new Set((said ?? []).map((passage) => passages[passage][0])).size;
}

function speaking(edge) {
  return sourcesOf(facts[edge.fact]?.said);
}

const button = (words, act) => h("button", { class: "link", dir: "auto", onclick: act }, words);

// Each column: title, what to sort by, what to show (the same unless told).
const COLUMNS = {
  nodes: [
    ["Name", (node) => node.label.toLowerCase(), (node) => button(node.label, () => selectNode(node.id))],
    ["Kind", (node) => KIND_NAMES[node.kind]],
    ["Links", (node) => edgesOf[node.id].filter((edge) => shown.edges[edge.id]).length],
    ["Facts", (node) => factsOf[node.id].length],
    ["Sources", (node) => sourcesOf(node.said)],
  ],
  edges: [
    ["From", (edge) => nodes[edge.from].label.toLowerCase(), (edge) => button(nodes[edge.from].label, () => selectNode(edge.from))],
    ["Relation", (edge) => edge.label, (edge) => button(edge.label, () => select({ type: "edge", id: edge.id }))],
    ["To", (edge) => nodes[edge.to].label.toLowerCase(), (edge) => button(nodes[edge.to].label, () => selectNode(edge.to))],
    ["Since", (edge) => edge.start ?? ""],
    ["Until", (edge) => edge.end ?? ""],
    ["Sources", speaking],
  ],
};

function fits(item) {
  if (!look.text) return true;
  const names = look.which === "nodes" ? [item.label, ...(item.names ?? []), KIND_NAMES[item.kind]] : [nodes[item.from].label, item.label, nodes[item.to].label];
  return plainName(names.join(" ")).includes(plainName(look.text));
}

function rows() {
  const all = look.which === "nodes" ? nodes.filter((node) => shown.nodes[node.id]) : edges.filter((edge) => shown.edges[edge.id]);
  const [title, direction] = look.sort[look.which];
  const value = COLUMNS[look.which].find(([name]) => name === title)[1];
  return all.filter(fits).map((item) => [value(item), item])
    .sort(([one, first], [other, second]) => (one < other ? -direction : one > other ? direction : first.id - second.id)).map(([, item]) => item);
}

function headCell([title]) {
  const [sorted, direction] = look.sort[look.which];
  const act = () => { look.sort[look.which] = [title, sorted === title ? -direction : 1]; drawTable(); refocus(title); };
  return h("th", { scope: "col", "aria-sort": sorted === title ? (direction > 0 ? "ascending" : "descending") : "none" },
    h("button", { "data-sort": title, onclick: act }, title, h("span", { "aria-hidden": "true" }, sorted === title ? (direction > 0 ? " ▲" : " ▼") : "")));
}

function refocus(title) {
  byId("table-view").querySelector(`[data-sort="${title}"]`)?.focus();
}

function bodyRow(item) {
  const chosen = state.selected?.type === (look.which === "nodes" ? "node" : "edge") && state.selected.id === item.id;
  return h("tr", { class: chosen ? "chosen" : null }, COLUMNS[look.which].map(([, value, view], place) =>
    h(place ? "td" : "th", place ? null : { scope: "row" }, view ? view(item) : value(item))));
}

function switcher(which, label, count) {
  return h("button", { "aria-pressed": String(look.which === which), "data-which": which, onclick: () => { look.which = which; look.most = PAGE; drawTable(); byId("table-view").querySelector(`[data-which="${which}"]`).focus(); } }, `${label} (${count.toLocaleString("en")})`);
}

// A spreadsheet takes a cell that starts like this for a formula; a plain negative number is none.
function cell(value) {
  const text = String(value);
  const risky = /^[=+\-@\t\r\n]/.test(text) && !/^-\d+(\.\d+)?$/.test(text);
  return `"${risky ? "'" : ""}${text.replaceAll('"', '""')}"`;
}

function csv() {
  const columns = look.which === "nodes"
    ? [["name", (node) => node.label], ["key", (node) => node.key], ["kind", (node) => node.kind]]
    : [["from", (edge) => nodes[edge.from].label], ["relation", (edge) => edge.relation], ["to", (edge) => nodes[edge.to].label], ["start", (edge) => edge.start ?? ""], ["end", (edge) => edge.end ?? ""]];
  return [columns.map(([name]) => cell(name)), ...rows().map((item) => columns.map(([, value]) => cell(value(item))))].map((line) => line.join(",")).join("\r\n") + "\r\n";
}

function body(found) {
  const box = byId("table-rows");
  const caption = `${look.which === "nodes" ? "Nodes" : "Relations"} that the filters leave: ${plural(found.length, "row")}`;
  const more = found.length > look.most ? h("button", { onclick: () => { look.most += 200; drawTable(); } }, `Show ${Math.min(200, found.length - look.most)} more of ${found.length.toLocaleString("en")}`) : null;
  replace(box, h("div", { class: "scroll" }, h("table", null, h("caption", null, caption),
    h("thead", null, h("tr", null, COLUMNS[look.which].map(headCell))), h("tbody", null, found.slice(0, look.most).map(bodyRow)))), more);
}

export function drawTable(now = shown, save = null) {
  shown = now;
  const box = byId("table-view");
  const count = (list) => list.filter(Boolean).length;
  const head = h("div", { class: "table-head" },
    h("div", { role: "group", "aria-label": "Which table" }, switcher("nodes", "Nodes", count(shown.nodes)), switcher("edges", "Relations", count(shown.edges))),
    h("label", null, h("span", { class: "hidden" }, "Only rows with"), h("input", { type: "search", id: "table-text", placeholder: "Only rows with …", value: look.text, oninput: (event) => { look.text = event.target.value; look.most = PAGE; body(rows()); } })),
    h("button", { id: "download-csv", onclick: () => drawTable.save?.(csv(), look.which) }, "CSV"));
  if (save) drawTable.save = save;
  const typing = document.activeElement?.id === "table-text";
  replace(box, head, h("div", { id: "table-rows" }));
  body(rows());
  if (typing) byId("table-text").focus();
}
