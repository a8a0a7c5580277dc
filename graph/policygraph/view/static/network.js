// The picture: vis-network draws what is visible, at the places that came with the page.
import { byId } from "./dom.js";
import { COLLAPSED, edges, edgesOf, nodes } from "./data.js";
import { change, select, state } from "./state.js";
import { look, palette, wrapped } from "./style.js";
import { at, placeUnfolded } from "./places.js";
import { hangingOn, otherEnd, toggled, visible } from "./visible.js";

const vis = globalThis.vis;
const drawnNodes = new vis.DataSet();
const drawnEdges = new vis.DataSet();
const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const still = matchMedia("(prefers-reduced-motion: reduce)");
const captions = new Map();
let network = null;
let shown = { nodes: [], edges: [] };

// Name under the shape; a figure shows its value and period, not its long name.
export function caption(node) {
  if (!captions.has(node.id)) captions.set(node.id, wrapped(node.caption ?? node.label).join("\n"));
  return captions.get(node.id);
}

// Nodes next to the selection stay bright; null where nothing is selected.
function bright() {
  const chosen = state.selected;
  if (chosen?.type === "node") return new Set([chosen.id, ...edgesOf[chosen.id].map((edge) => otherEnd(edge, chosen.id))]);
  if (chosen?.type === "edge") return new Set([edges[chosen.id].from, edges[chosen.id].to]);
  return null;
}

function nodeLook(node, lit) {
  const colours = palette();
  const { shape, colour, hollow } = look(node.kind);
  const dim = lit && !lit.has(node.id);
  const chosen = state.selected?.type === "node" && state.selected.id === node.id;
  const small = COLLAPSED.has(node.kind);
  return {
    id: node.id, x: at(node.id).x, y: at(node.id).y, shape, size: node.radius, label: caption(node), opacity: dim ? 0.16 : 1,
    borderWidth: chosen ? 4 : hollow ? Math.max(1.5, node.radius / 4) : 1,
    color: { background: hollow ? colours.page : colour, border: chosen ? colours.text : colour },
    font: { size: !small ? node.font : chosen ? 15 : lit?.has(node.id) ? 11 : 4.5, face: FONT, color: dim ? fade(colours.text) : colours.text, strokeWidth: dim ? 0 : small ? 1 : 3, strokeColor: colours.page },
  };
}

function fade(colour) {
  return `${colour}30`;
}

function edgeLook(edge, lit) {
  const colours = palette();
  const chosen = state.selected;
  const touches = chosen?.type === "node" ? edge.from === chosen.id || edge.to === chosen.id : chosen?.type === "edge" && chosen.id === edge.id;
  const claim = edge.relation.startsWith("credit");
  const named = touches && edge.relation !== "states" && edgesOf[chosen.type === "node" ? chosen.id : edge.from].length < 40;
  return {
    id: edge.id, from: edge.from, to: edge.to, dashes: claim ? [6, 5] : false, width: touches ? 2.2 : 1,
    color: { color: touches ? colours.accent : lit ? fade(colours.line) : colours.line, inherit: false },
    label: named || chosen?.type === "edge" && touches ? edge.label : "",
    font: { size: 10, face: FONT, color: colours.muted, strokeWidth: 3, strokeColor: colours.page, align: "middle" },
  };
}

function synchronise(data, wanted) {
  const keep = new Set(wanted.map((item) => item.id));
  const gone = data.getIds().filter((id) => !keep.has(id));
  if (gone.length) data.remove(gone);
  data.update(wanted);
}

export function redraw() {
  shown = visible();
  placeUnfolded(shown);
  if (!network) return shown;
  const lit = bright();
  const wantedEdges = edges.filter((edge) => shown.edges[edge.id]).map((edge) => edgeLook(edge, lit));
  const keep = new Set(wantedEdges.map((edge) => edge.id));
  drawnEdges.remove(drawnEdges.getIds().filter((id) => !keep.has(id)));
  synchronise(drawnNodes, nodes.filter((node) => shown.nodes[node.id]).map((node) => nodeLook(node, lit)));
  synchronise(drawnEdges, wantedEdges);
  return shown;
}

export function nowShown() {
  return shown;
}

const OPTIONS = {
  physics: { enabled: false },
  layout: { improvedLayout: false },
  interaction: { hover: false, selectConnectedEdges: false, hideEdgesOnDrag: true, tooltipDelay: 1e6, zoomSpeed: 0.7 },
  nodes: { chosen: false, scaling: { label: { drawThreshold: 7, maxVisible: 22 } }, labelHighlightBold: false },
  edges: { chosen: false, smooth: false, arrows: { to: { enabled: true, scaleFactor: 0.45 } }, selectionWidth: 0, hoverWidth: 0, scaling: { label: { drawThreshold: 8 } } },
};

export function openNetwork() {
  network = new vis.Network(byId("canvas"), { nodes: drawnNodes, edges: drawnEdges }, OPTIONS);
  network.on("click", clicked);
  network.on("doubleClick", ({ nodes: hit }) => hit.length && unfold(hit[0]));
  const canvas = byId("canvas").querySelector("canvas");
  canvas?.setAttribute("aria-hidden", "true");
  byId("canvas").addEventListener("keydown", pressed);
  byId("canvas").querySelector(".vis-network")?.setAttribute("tabindex", "-1");
  return network;
}

let doubled = 0;

// A second click soon after belongs to a double click, which must not undo what the first one chose.
function clicked({ nodes: hit, edges: hitEdges }) {
  if (Date.now() - doubled < 300) return;
  if (hit.length) select({ type: "node", id: hit[0], seen: true });
  else if (hitEdges.length) select({ type: "edge", id: hitEdges[0], seen: true });
  else if (state.selected) select(null);
}

// Show or hide what hangs on a node: figures, sources and rankings, or else the leaves on it alone.
export function unfold(id) {
  doubled = Date.now();
  const { collapsed, leaves } = hangingOn(id);
  if (collapsed.length) change({ expanded: toggled(state.expanded, id), selected: { type: "node", id } });
  else if (leaves.length) change({ folded: toggled(state.folded, id), selected: { type: "node", id } });
}

const KEYS = {
  ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80],
};

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = KEYS[event.key];
  if (step) {
    const { x, y } = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({ position: { x: x + step[0] / scale, y: y + step[1] / scale } });
  } else if (event.key === "+" || event.key === "=") zoom(1.3);
  else if (event.key === "-") zoom(1 / 1.3);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
}

function motion() {
  return still.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" };
}

export function zoom(factor) {
  network.moveTo({ scale: Math.min(6, Math.max(0.05, network.getScale() * factor)), animation: motion() });
}

// Everything shown, or these nodes only.
export function fit(ids, animated = true) {
  network.setSize("100%", "100%");
  network.redraw();
  network.fit({ nodes: ids ?? drawnNodes.getIds(), animation: animated && motion(), maxZoomLevel: 1.3 });
}

// A node in the middle, with its neighbours in sight where they are few.
export function centreOn(id, animated = true) {
  if (!drawnNodes.get(id)) return;
  network.setSize("100%", "100%");
  const near = edgesOf[id].filter((edge) => shown.edges[edge.id]).map((edge) => otherEnd(edge, id));
  const reach = (axis) => Math.max(60, ...near.map((other) => Math.abs(at(other)[axis] - at(id)[axis]))) + 90;
  const box = byId("canvas").getBoundingClientRect();
  const scale = Math.min(1.1, Math.max(0.55, Math.min(box.width / reach("x"), box.height / reach("y")) / 2));
  network.moveTo({ position: { x: at(id).x, y: at(id).y }, scale, animation: animated && motion() });
}

// The panel takes room from the picture: keep what is seen where it is, as large as it is.
export function keepPlace(resize) {
  const box = byId("canvas");
  const width = box.clientWidth;
  const [scale, position] = [network.getScale(), network.getViewPosition()];
  resize();
  if (!box.clientWidth || box.clientWidth === width) return;
  network.setSize("100%", "100%");
  network.redraw();
  network.moveTo({ scale, position: { x: position.x - (width - box.clientWidth) / 2 / scale, y: position.y } });
}

// Bring a node into sight if it is not; `near` also brings it close enough to read.
export function reveal(id, near) {
  const { x, y, width, height, scale } = sight();
  const room = 30 / scale;
  const spot = at(id);
  const inside = spot.x > x + room && spot.x < x + width - room && spot.y > y + room && spot.y < y + height - room;
  if (!inside || (near && scale < 0.5)) centreOn(id);
}

// Both ends of an edge in sight, unless the reader has just clicked on it there.
export function revealEdge(edge) {
  fit([edge.from, edge.to]);
}

// What of the picture is in sight, in its own coordinates: for downloads.
export function sight() {
  const box = byId("canvas").getBoundingClientRect();
  const scale = network.getScale();
  const middle = network.getViewPosition();
  return { x: middle.x - box.width / scale / 2, y: middle.y - box.height / scale / 2, width: box.width / scale, height: box.height / scale, scale };
}

// Where a node stands in the window, for tests and tools.
export function nodePosition(id) {
  const box = byId("canvas").getBoundingClientRect();
  const { x, y } = network.canvasToDOM({ x: at(id).x, y: at(id).y });
  return { x: box.left + x, y: box.top + y };
}
