// PNG and SVG of what is in sight, made here: nothing is sent anywhere.
import { edges, nodes, rest } from "./data.js";
import { byId, h, s } from "./dom.js";
import { caption, nowShown, sight } from "./network.js";
import { at } from "./places.js";
import { state } from "./state.js";
import { palette, shapeAt } from "./style.js";

function arrow(edge) {
  const one = at(edge.from), other = at(edge.to), stop = nodes[edge.to].radius;
  const length = Math.hypot(other.x - one.x, other.y - one.y) || 1;
  const [dx, dy] = [(other.x - one.x) / length, (other.y - one.y) / length];
  const tip = [other.x - dx * stop, other.y - dy * stop];
  const wing = (side) => `${(tip[0] - dx * 7 + dy * 3 * side).toFixed(1)},${(tip[1] - dy * 7 - dx * 3 * side).toFixed(1)}`;
  const colour = palette().line;
  return [s("line", { x1: one.x, y1: one.y, x2: tip[0].toFixed(1), y2: tip[1].toFixed(1), stroke: colour, "stroke-dasharray": edge.relation.startsWith("credit") ? "6 5" : null }),
    s("polygon", { points: `${tip.map((at) => at.toFixed(1)).join(",")} ${wing(1)} ${wing(-1)}`, fill: colour })];
}

function name(node, scale) {
  const small = ["figure", "source", "ranking"].includes(node.kind);
  const size = small ? 4.5 : node.font;
  if (size * scale < 5.5) return null;
  const lines = caption(node).split("\n");
  return s("text", { x: at(node.id).x, y: at(node.id).y + node.radius + size * 1.1, "text-anchor": "middle", "font-size": size, fill: palette().text, stroke: palette().page, "stroke-width": size / 6, "paint-order": "stroke" },
    lines.map((line, place) => s("tspan", { x: at(node.id).x, dy: place ? size * 1.15 : 0 }, line)));
}

function graphSvg() {
  const { nodes: nodeShown, edges: edgeShown } = nowShown();
  const view = sight();
  const box = { x: view.x.toFixed(1), y: view.y.toFixed(1), width: view.width.toFixed(1), height: view.height.toFixed(1) };
  const drawn = nodes.filter((node) => nodeShown[node.id]);
  return s("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `${box.x} ${box.y} ${box.width} ${box.height}`, width: Math.round(view.width * view.scale), height: Math.round(view.height * view.scale), "font-family": "system-ui, sans-serif" },
    s("title", null, rest.title), s("rect", { ...box, fill: palette().page }),
    s("g", { class: "edges" }, edges.filter((edge) => edgeShown[edge.id]).flatMap(arrow)),
    s("g", { class: "nodes" }, drawn.map((node) => { const [tag, look] = shapeAt(node.kind, at(node.id).x, at(node.id).y, node.radius); return s(tag, look); })),
    s("g", { class: "names" }, drawn.map((node) => name(node, view.scale))));
}

// All charts of the figures tab, one below the other.
function figuresSvg() {
  const charts = [...document.querySelectorAll("#figures-view .series")].flatMap((section) => [...section.querySelectorAll("figure")].map((figure) => [section.querySelector("h3").firstChild.textContent, figure]));
  const width = Math.max(300, ...charts.map(([, figure]) => figure.querySelector("svg").viewBox.baseVal.width));
  const parts = charts.map(([title, figure], place) => {
    const copy = figure.querySelector("svg").cloneNode(true);
    copy.setAttribute("y", place * 250 + 34);
    const text = { x: 8, fill: palette().text, "font-size": 13, "font-family": "system-ui, sans-serif" };
    return [s("text", { ...text, y: place * 250 + 16 }, title), s("text", { ...text, y: place * 250 + 31, "font-size": 11 }, figure.querySelector("b").textContent), copy];
  });
  const height = Math.max(60, charts.length * 250);
  return s("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height }, s("rect", { width, height, fill: palette().page }), parts.flat());
}

export function currentSvg() {
  const svg = state.tab === "figures" ? figuresSvg() : graphSvg();
  return new XMLSerializer().serializeToString(svg);
}

export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

export function downloadSvg() {
  save(new Blob([currentSvg()], { type: "image/svg+xml" }), `policygraph-${state.tab}.svg`);
}

export async function downloadPng() {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(currentSvg())}`;
  await image.decode();
  const scale = Math.min(2, 8000 / Math.max(image.width, image.height));
  const canvas = h("canvas", { width: Math.round(image.width * scale), height: Math.round(image.height * scale) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  save(blob, `policygraph-${state.tab}.png`);
}

export function downloadCsv(text, which) {
  save(new Blob([text], { type: "text/csv" }), `policygraph-${which}.csv`);
}

export function openDownloads() {
  byId("download-svg").addEventListener("click", downloadSvg);
  byId("download-png").addEventListener("click", downloadPng);
}
