// Start: read the address, draw, and let every change redraw what it touches.
import { COLLAPSED, KINDS, edges, nodeByKey, nodes } from "./data.js";
import { byId, plural } from "./dom.js";
import { drawFigures } from "./figures.js";
import { drawFilters } from "./filters.js";
import { drawFindings } from "./findings.js";
import { centreOn, fit, keepPlace, nodePosition, nowShown, openNetwork, redraw, reveal, revealEdge, zoom } from "./network.js";
import { downloadCsv, openDownloads } from "./download.js";
import { drawPanel } from "./panel.js";
import { openSearch } from "./search.js";
import { change, onChange, openFocus, readAddress, reset, selectNode, state } from "./state.js";
import { isDark, setTheme } from "./style.js";
import { drawTable } from "./table.js";
import { standsAlone, toggled } from "./visible.js";

const PICTURE = ["selected", "kinds", "hiddenRelations", "expanded", "folded", "from", "to", "asOf", "undated"];
const touches = (changed, names) => names.some((name) => changed.has(name));
let ready = false;

function update(changed) {
  if (!ready) return;
  if (changed.has("tab")) showTab();
  if (touches(changed, ["kinds", "hiddenRelations", "from", "to", "asOf", "undated"])) drawFilters(changed);
  if (touches(changed, PICTURE) || changed.has("tab")) draw();
  if (touches(changed, ["selected", "expanded", "folded"])) showSelected();
  if (state.tab === "figures" && touches(changed, ["tab", "indicator"])) drawFigures();
  if (state.tab === "findings" && touches(changed, ["tab", "finding", "findingKind"])) drawFindings();
}

function showSelected() {
  const same = sameSelection();
  if (!same && state.selected?.type === "node" && !state.selected.seen) giveCompany(state.selected.id);
  keepPlace(() => drawPanel(same));
  if (same || state.tab !== "graph" || !state.selected) return;
  const { type, id, seen } = state.selected;
  if (type === "node") reveal(id, !seen);
  if (type === "edge" && !seen) revealEdge(edges[id]);
}

// A source or a figure that was searched for would stand alone: unfold what it touches.
function giveCompany(id) {
  if (!state.expanded.has(id) && standsAlone(id, nowShown())) change({ expanded: toggled(state.expanded, id) });
}

let before = "";
function sameSelection() {
  const now = JSON.stringify(state.selected);
  const same = now === before;
  before = now;
  return same;
}

function draw() {
  const shown = redraw();
  const counts = [shown.nodes, shown.edges].map((list) => list.filter(Boolean).length);
  byId("shown").textContent = `${plural(counts[0], "node")} of ${nodes.length.toLocaleString("en")}, ${plural(counts[1], "relation")} of ${edges.length.toLocaleString("en")}`;
  const all = [...COLLAPSED].every((kind) => state.kinds.has(kind));
  byId("show-all").setAttribute("aria-pressed", String(all));
  if (state.tab === "table") drawTable(shown, downloadCsv);
}

function showTab() {
  for (const name of ["graph", "figures", "findings", "table"]) {
    const tab = byId(`tab-${name}`);
    tab.setAttribute("aria-selected", String(name === state.tab));
    tab.tabIndex = name === state.tab ? 0 : -1;
    byId(`${name}-view`).hidden = name !== state.tab;
  }
  document.body.dataset.tab = state.tab;
}

function openTabs() {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  for (const tab of tabs) {
    tab.addEventListener("click", () => change({ tab: tab.dataset.tab }));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
      change({ tab: next.dataset.tab });
      next.focus();
    });
  }
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    change({ tab: "table" });
    byId("table-view").focus();
  });
}

function openTheme() {
  const asked = new URLSearchParams(location.search).get("theme");
  let kept = null;
  try { kept = localStorage.getItem("policygraph-theme"); } catch { /* a file may have no storage */ }
  const dark = (asked ?? kept ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const apply = (name) => {
    setTheme(name);
    byId("toggle-theme").setAttribute("aria-pressed", String(name === "dark"));
  };
  apply(dark ? "dark" : "light");
  byId("toggle-theme").addEventListener("click", () => {
    apply(isDark() ? "light" : "dark");
    try { localStorage.setItem("policygraph-theme", isDark() ? "dark" : "light"); } catch { /* as above */ }
    drawFilters();
    draw();
    drawPanel(true);
    if (state.tab === "figures") drawFigures();
  });
}

function openTools() {
  byId("zoom-in").addEventListener("click", () => zoom(1.3));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
  byId("fit").addEventListener("click", () => fit());
  byId("reset").addEventListener("click", () => { reset(); change({ selected: null }); fit(); });
  byId("show-all").addEventListener("click", () => {
    const all = byId("show-all").getAttribute("aria-pressed") === "true";
    change({ kinds: new Set(KINDS.map(([code]) => code).filter((code) => !all || !COLLAPSED.has(code))) });
    fit();
  });
  byId("toggle-filters").addEventListener("click", (event) => {
    const open = document.body.classList.toggle("with-filters");
    event.currentTarget.setAttribute("aria-expanded", String(open));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.selected && document.activeElement?.id !== "search") change({ selected: null });
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "")) { event.preventDefault(); byId("search").focus(); }
  });
}

function openSizes() {
  let width = 0;
  new ResizeObserver(([entry]) => {
    if (state.tab === "figures" && Math.abs(entry.contentRect.width - width) > 8) drawFigures();
    width = entry.contentRect.width;
  }).observe(document.querySelector(".views"));
}

function start() {
  openTheme();
  onChange(update);
  openTabs();
  openTools();
  openDownloads();
  openSearch(selectNode);
  openNetwork();
  ready = true;
  readAddress();
  drawFilters();
  openFocus();
  fit(undefined, false);
  if (state.selected?.type === "node") centreOn(state.selected.id, false);
  if (state.selected?.type === "edge") revealEdge(edges[state.selected.id]);
  addEventListener("hashchange", readAddress);
  addEventListener("popstate", readAddress);
  openSizes();
  globalThis.policygraph = {
    nodePosition: (key) => nodePosition(nodeByKey.get(key).id),
    select: (key) => selectNode(nodeByKey.get(key).id),
    shown: () => nodes.filter((node) => nowShown().nodes[node.id]).map((node) => node.key),
  };
  requestAnimationFrame(() => requestAnimationFrame(() => {
    document.documentElement.dataset.ready = String(Math.round(performance.now()));
  }));
}

start();
