// Which nodes and edges the choices leave: one answer for the picture, the tables and the downloads.
import { COLLAPSED, edges, edgesOf, nodes } from "./data.js";
import { state, wholeTime } from "./state.js";

function month(day) {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

// An edge with no date, or with an end that no source states, stays while "undated" is on.
function inTime(edge) {
  if (wholeTime()) return state.undated || Boolean(edge.start || edge.end);
  if (!edge.start && !edge.end) return state.undated;
  const start = edge.start ? month(edge.start) : state.undated ? -Infinity : month(edge.end);
  const end = edge.end ? month(edge.end) : state.undated ? Infinity : month(edge.start);
  return start <= state.to && end >= state.from;
}

// A measure or target whose every dated relation lies after the chosen time is not there yet.
const BEGINS = new Set(["initiative", "target"]);

function begun(id) {
  if (wholeTime() || !BEGINS.has(nodes[id].kind)) return true;
  const starts = edgesOf[id].map((edge) => edge.start).filter(Boolean);
  return !starts.length || starts.some((start) => month(start) <= state.to);
}

export function otherEnd(edge, id) {
  return edge.from === id ? edge.to : edge.from;
}

function passing() {
  return edges.map((edge) => !state.hiddenRelations.has(edge.relation) && inTime(edge));
}

function kindShown(id, passes) {
  const node = nodes[id];
  if (state.kinds.has(node.kind)) return true;
  if (!COLLAPSED.has(node.kind)) return false;
  return state.expanded.has(id) || edgesOf[id].some((edge) => passes[edge.id] && state.expanded.has(otherEnd(edge, id)));
}

function foldedAway(id, passes, shown) {
  const near = new Set(edgesOf[id].filter((edge) => passes[edge.id] && shown[otherEnd(edge, id)]).map((edge) => otherEnd(edge, id)));
  return near.size === 1 && state.folded.has([...near][0]);
}

// { nodes: [bool by id], edges: [bool by id] }
export function visible() {
  const passes = passing();
  const chosen = new Set();
  if (state.selected?.type === "node") chosen.add(state.selected.id);
  if (state.selected?.type === "edge") {
    const edge = edges[state.selected.id];
    passes[edge.id] = true;
    chosen.add(edge.from).add(edge.to);
  }
  let shown = nodes.map((node) => (kindShown(node.id, passes) && begun(node.id)) || chosen.has(node.id));
  const filtered = state.hiddenRelations.size > 0 || !wholeTime() || !state.undated;
  const joined = (id) => edgesOf[id].some((edge) => passes[edge.id] && shown[otherEnd(edge, id)]);
  if (filtered) shown = shown.map((yes, id) => yes && (chosen.has(id) || joined(id)));
  if (state.folded.size) shown = shown.map((yes, id) => yes && (chosen.has(id) || !foldedAway(id, passes, shown)));
  return { nodes: shown, edges: edges.map((edge) => passes[edge.id] && shown[edge.from] && shown[edge.to]) };
}

// Whether a node is shown with none of its neighbours, some of which could be unfolded.
export function standsAlone(id, shown) {
  return hangingOn(id).collapsed.length > 0 && !edgesOf[id].some((edge) => shown.edges[edge.id]);
}

// Neighbours that the first picture leaves out, by kind, and neighbours that hang on this node alone.
export function hangingOn(id) {
  const near = [...new Set(edgesOf[id].map((edge) => otherEnd(edge, id)))];
  const alone = near.filter((other) => new Set(edgesOf[other].map((edge) => otherEnd(edge, other)).filter((far) => !COLLAPSED.has(nodes[far].kind))).size === 1);
  return { collapsed: near.filter((other) => COLLAPSED.has(nodes[other].kind)), leaves: alone.filter((other) => !COLLAPSED.has(nodes[other].kind)) };
}

export function toggled(set, value) {
  const fresh = new Set(set);
  if (!fresh.delete(value)) fresh.add(value);
  return fresh;
}
