// One box: names, aliases and acronyms, best first; arrows and Enter do all.
import { COLLAPSED, KIND_NAMES, edgesOf, nodes, plainName } from "./data.js";
import { byId, h, replace } from "./dom.js";
import { legendShape } from "./filters.js";

const MOST = 10;
const index = nodes.map((node) => ({ node, names: [node.label, ...(node.names ?? [])].map((name) => [name, plainName(name)]) }));
let found = [];
let active = -1;

function rank(name, wanted) {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`)) return 2;
  if (wanted.length > 1 && name.includes(wanted)) return 3;
  const words = wanted.split(" ");
  return words.length > 1 && words.every((word) => name.includes(word)) ? 4 : 9;
}

// The best nodes for what is typed: [{ node, name }], where `name` is the name that fits.
export function searched(text) {
  const wanted = plainName(text);
  if (!wanted) return [];
  const hits = [];
  for (const { node, names } of index) {
    let best = 9, fits = "";
    for (const [name, plain] of names) {
      const here = rank(plain, wanted);
      if (here < best) [best, fits] = [here, name];
    }
    if (best < 9) hits.push({ node, name: fits, order: best + (COLLAPSED.has(node.kind) ? 5 : 0), weight: edgesOf[node.id].length });
  }
  hits.sort((one, other) => one.order - other.order || other.weight - one.weight || (one.node.key < other.node.key ? -1 : 1));
  return hits.slice(0, MOST);
}

function show(choose) {
  const list = byId("suggestions");
  const input = byId("search");
  const options = found.map(({ node, name }, place) =>
    h("li", { id: `suggestion-${place}`, role: "option", "aria-selected": String(place === active), onmousedown: (event) => { event.preventDefault(); choose(place); } },
      legendShape(node.kind), h("span", { class: "name", dir: "auto" }, node.label),
      h("span", { class: "also" }, name !== node.label ? `${name} · ` : "", KIND_NAMES[node.kind])));
  if (!found.length && input.value.trim()) options.push(h("li", { class: "none", role: "option", "aria-disabled": "true" }, "Nothing of that name"));
  replace(list, options);
  list.hidden = !options.length;
  input.setAttribute("aria-expanded", String(!list.hidden));
  if (active >= 0) input.setAttribute("aria-activedescendant", `suggestion-${active}`);
  else input.removeAttribute("aria-activedescendant");
  list.children[active]?.scrollIntoView({ block: "nearest" });
}

function close() {
  found = [];
  active = -1;
  byId("suggestions").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
}

export function openSearch(onChosen) {
  const input = byId("search");
  const choose = (place) => {
    const hit = found[place];
    if (!hit) return;
    input.value = hit.node.label;
    close();
    onChosen(hit.node.id);
  };
  const look = () => { found = searched(input.value); active = found.length ? 0 : -1; show(choose); };
  input.addEventListener("input", look);
  input.addEventListener("focus", () => { if (input.value) look(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!found.length) return look();
      active = (active + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      show(choose);
    } else if (event.key === "Enter") choose(active);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}
