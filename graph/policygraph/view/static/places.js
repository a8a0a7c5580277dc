// Places of what is unfolded: on a spiral around the node it hangs on, where nothing else stands.
import { edgesOf, nodes } from "./data.js";
import { state } from "./state.js";
import { otherEnd } from "./visible.js";

let moved = new Map();

// Where a node stands: as the page came, but what was unfolded or searched for stands by what it hangs on.
export function at(id) {
  return moved.get(id) ?? nodes[id];
}

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const ROOM = 40;

// Find those places anew; `shown` is what `visible` gave.
export function placeUnfolded(shown) {
  moved = new Map();
  const taken = nodes.filter((node) => shown.nodes[node.id] && state.kinds.has(node.kind));
  const away = nodes.filter((node) => shown.nodes[node.id] && !state.kinds.has(node.kind));
  const anchors = new Map();
  // What others hang on is placed before them.
  away.sort((one, other) => state.expanded.has(other.id) - state.expanded.has(one.id) || one.id - other.id);
  for (const node of away) {
    const near = edgesOf[node.id].filter((edge) => shown.edges[edge.id]).map((edge) => otherEnd(edge, node.id));
    const anchor = near.find((other) => state.expanded.has(other) && !state.expanded.has(node.id)) ?? near.find((other) => state.kinds.has(nodes[other].kind));
    if (anchor === undefined) continue;
    if (!anchors.has(anchor)) anchors.set(anchor, []);
    anchors.get(anchor).push(node);
  }
  for (const [anchor, leaves] of anchors) {
    let step = state.expanded.has(anchor) ? 14 : 30;
    for (const leaf of leaves) {
      const spot = freeSpot(at(anchor), nodes[anchor].radius, taken, step);
      step = spot.step + 1;
      moved.set(leaf.id, spot);
      taken.push(spot);
    }
  }
}

// The next place on a spiral around a node that is not taken.
function freeSpot(middle, radius, taken, from) {
  for (let step = from; ; step += 1) {
    const reach = radius + 17 * Math.sqrt(step);
    const spot = { x: middle.x + reach * Math.cos(step * GOLDEN), y: middle.y + reach * Math.sin(step * GOLDEN), step };
    const free = taken.every((other) => Math.abs(other.x - spot.x) > ROOM || Math.abs(other.y - spot.y) > ROOM);
    if (free || step > from + 400) return spot;
  }
}
