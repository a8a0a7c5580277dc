// The legend, which is also the filter: kinds, relations and time.
import { KINDS, edges, nodes, relations } from "./data.js";
import { byId, h, replace, s } from "./dom.js";
import { change, span, state } from "./state.js";
import { shapeAt } from "./style.js";
import { toggled } from "./visible.js";

const kindCounts = new Map();
for (const node of nodes) kindCounts.set(node.kind, (kindCounts.get(node.kind) ?? 0) + 1);
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

export function legendShape(kind) {
  const [tag, attributes] = shapeAt(kind, 9, 9, kind === "figure" ? 4.5 : 6.2);
  return s("svg", { viewBox: "0 0 18 18", width: 18, height: 18, "aria-hidden": "true", class: "shape" }, s(tag, attributes));
}

function toggle(pressed, onclick, ...children) {
  return h("button", { class: "toggle", "aria-pressed": String(pressed), onclick }, ...children);
}

function kindsGroup() {
  const buttons = KINDS.filter(([code]) => kindCounts.has(code)).map(([code, label]) => {
    const button = toggle(state.kinds.has(code), () => change({ kinds: toggled(state.kinds, code) }),
      legendShape(code), h("span", { class: "name" }, label), h("span", { class: "count" }, kindCounts.get(code).toLocaleString("en")));
    button.dataset.kind = code;
    return button;
  });
  return h("section", null, h("h2", null, "Kinds"), h("div", { class: "toggles", role: "group", "aria-label": "Kinds of node" }, buttons));
}

function relationsGroup() {
  const buttons = relations.map(({ code, label, count }) => {
    const button = toggle(!state.hiddenRelations.has(code), () => change({ hiddenRelations: toggled(state.hiddenRelations, code) }),
      h("span", { class: code.startsWith("credit") ? "stroke dashed" : "stroke", "aria-hidden": "true" }),
      h("span", { class: "name" }, label), h("span", { class: "count" }, count.toLocaleString("en")));
    button.dataset.relation = code;
    return button;
  });
  const all = state.hiddenRelations.size > 0;
  const flip = h("button", { class: "small", onclick: () => change({ hiddenRelations: new Set(all ? [] : relations.map(({ code }) => code)) }) }, all ? "All" : "None");
  return h("section", null, h("h2", null, "Relations ", flip), h("div", { class: "toggles", role: "group", "aria-label": "Relations" }, buttons));
}

export function monthWords(month) {
  return `${MONTHS[month % 12]} ${Math.floor(month / 12)}`;
}

function range(name, label, value) {
  return h("label", { class: "range" }, h("span", null, label),
    h("input", { type: "range", id: `time-${name}`, min: span.first, max: span.last, value, "aria-valuetext": monthWords(value), oninput: (event) => moved(name, Number(event.target.value)) }),
    h("output", { for: `time-${name}` }, monthWords(value)));
}

// One end never passes the other; with one date both are the same.
function moved(name, value) {
  if (state.asOf) change({ from: value, to: value });
  else if (name === "from") change({ from: value, to: Math.max(value, state.to) });
  else change({ to: value, from: Math.min(value, state.from) });
}

function check(id, label, checked, onchange) {
  return h("label", { class: "check" }, h("input", { type: "checkbox", id, checked, onchange: (event) => onchange(event.target.checked) }), label);
}

function timeGroup() {
  if (!span) return null;
  const undated = edges.filter((edge) => !edge.start && !edge.end).length;
  const asOf = (on) => change(on ? { asOf: true, from: state.to, to: state.to } : { asOf: false, from: span.first, to: span.last });
  return h("section", { id: "time" }, h("h2", null, "Time"),
    state.asOf ? range("to", "On", state.to) : [range("from", "From", state.from), range("to", "To", state.to)],
    check("as-of", "One date", state.asOf, asOf),
    check("undated", `Keep what has no stated date or end (${undated.toLocaleString("en")} undated)`, state.undated, (on) => change({ undated: on })));
}

export function drawFilters(changed) {
  const box = byId("filters");
  const focused = box.contains(document.activeElement) ? document.activeElement : null;
  // While a slider is held it must stay the same element: only its words change.
  if (focused?.type === "range" && changed?.has("from") && !changed.has("asOf")) return refreshTime();
  const again = focused && selectorOf(focused);
  replace(box, kindsGroup(), timeGroup(), relationsGroup());
  if (again) box.querySelector(again)?.focus();
}

function selectorOf(element) {
  if (element.id) return `#${element.id}`;
  if (element.dataset.kind) return `[data-kind="${element.dataset.kind}"]`;
  if (element.dataset.relation) return `[data-relation="${CSS.escape(element.dataset.relation)}"]`;
  return ".small";
}

function refreshTime() {
  for (const name of ["from", "to"]) {
    const input = byId(`time-${name}`);
    if (!input) continue;
    input.value = state[name];
    input.setAttribute("aria-valuetext", monthWords(state[name]));
    input.parentElement.querySelector("output").textContent = monthWords(state[name]);
  }
}
