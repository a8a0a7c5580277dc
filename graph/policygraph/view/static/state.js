// What the reader has chosen. One object, one way to change it; the address keeps tab and selection.
import { COLLAPSED, KINDS, edges, nodeByKey, nodes, rest } from "./data.js";

const listeners = [];

function monthOf(day) {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

// Months (counted from year 0) that the edges span.
export const span = (() => {
  let first = Infinity, last = -Infinity;
  for (const edge of edges) {
    for (const day of [edge.start, edge.end]) {
      if (!day) continue;
      first = Math.min(first, monthOf(day));
      last = Math.max(last, monthOf(day));
    }
  }
  return first <= last ? { first, last } : null;
})();

function initial() {
  return {
    kinds: new Set(KINDS.map(([code]) => code).filter((code) => !COLLAPSED.has(code))),
    hiddenRelations: new Set(),
    expanded: new Set(),
    folded: new Set(),
    from: span?.first ?? 0,
    to: span?.last ?? 0,
    asOf: false,
    undated: true,
  };
}

export const state = { tab: "graph", selected: null, indicator: null, finding: null, findingKind: "", ...initial() };

export function reset() {
  change(initial());
}

// Merge changes and tell everyone what changed.
export function change(changes) {
  Object.assign(state, changes);
  const names = new Set(Object.keys(changes));
  for (const listener of listeners) listener(names);
  writeAddress();
}

export function onChange(listener) {
  listeners.push(listener);
}

export function wholeTime() {
  return !span || (!state.asOf && state.from <= span.first && state.to >= span.last);
}

export function select(selected) {
  change({ selected });
}

export function selectNode(id) {
  select({ type: "node", id });
}

function writeAddress() {
  const wanted = new URLSearchParams();
  if (state.tab !== "graph") wanted.set("tab", state.tab);
  if (state.selected?.type === "node") wanted.set("node", nodes[state.selected.id].key);
  if (state.selected?.type === "edge") wanted.set("edge", String(state.selected.id));
  if (state.tab === "figures" && state.indicator !== null) wanted.set("indicator", nodes[state.indicator].key);
  const text = wanted.toString().replaceAll("%2F", "/");
  if (text !== location.hash.slice(1)) history.pushState(null, "", text ? `#${text}` : location.pathname + location.search);
}

export function readAddress() {
  const found = new URLSearchParams(location.hash.slice(1));
  const tab = ["graph", "figures", "findings", "table"].includes(found.get("tab")) ? found.get("tab") : "graph";
  const node = nodeByKey.get(found.get("node"));
  const edge = edges[Number(found.get("edge") ?? -1)];
  const indicator = nodeByKey.get(found.get("indicator"))?.id ?? state.indicator;
  const selected = node ? { type: "node", id: node.id } : edge ? { type: "edge", id: edge.id } : null;
  change({ tab, selected, indicator });
}

export function openFocus() {
  if (!location.hash && rest.focus >= 0) selectNode(rest.focus);
}
