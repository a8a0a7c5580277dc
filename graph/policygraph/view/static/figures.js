// The figures tab: an indicator, its definitions one below the other, and the same figures as a table.
import { definitions, nodes, points } from "./data.js";
import { byId, h, plural, replace } from "./dom.js";
import { nodeLink } from "./facts.js";
import { chart, keyOfMarks, markWords, rangeOf } from "./charts.js";
import { change, select, state } from "./state.js";

const PANELS = [
  ["month", "By month", "Joined only where month follows month; a missing month breaks the line."],
  ["fiscal-year", "By fiscal year", ""],
  ["calendar-year", "By calendar year", ""],
  ["half", "By half-year", "Each bar spans its half-year."],
  ["quarter", "By quarter", "Each bar spans its quarter."],
  ["months", "Runs of months", "Each bar spans the months it adds up; running totals overlap, so they are never joined or added."],
  ["point", "At a date", "Stocks and totals to date; not joined."],
];

function counted() {
  const counts = new Map();
  for (const point of points) if (!point.target) counts.set(point.indicator, (counts.get(point.indicator) ?? 0) + 1);
  for (const point of points) if (!counts.has(point.indicator)) counts.set(point.indicator, 0);
  return [...counts].sort((one, other) => other[1] - one[1] || (nodes[one[0]].label < nodes[other[0]].label ? -1 : 1));
}

export function firstIndicator() {
  return counted()[0]?.[0] ?? null;
}

// One series a definition, area and unit; targets of no such series get one of their own.
function seriesOf(indicator) {
  const found = new Map();
  for (const point of points.filter((one) => one.indicator === indicator)) {
    const key = [point.definition, point.area, point.unit].join("|");
    if (!found.has(key)) found.set(key, { definition: definitions[point.definition], area: point.area, unit: point.unit, preference: point.preference, list: [] });
    found.get(key).list.push(point);
  }
  return [...found.values()].sort((one, other) => one.preference - other.preference || other.list.length - one.list.length);
}

function panelOf(kind) {
  return PANELS.find(([code]) => code === kind) ?? (kind === "day" ? PANELS.at(-1) : PANELS.find(([code]) => code === "months"));
}

function openMark(mark) {
  select({ type: "facts", ids: mark.points.map((point) => point.fact), title: markWords(mark) });
}

function panels(series, width, name) {
  const range = rangeOf(series.list);
  return PANELS.map((panel) => {
    const list = series.list.filter((point) => panelOf(point.kind) === panel);
    if (!list.length) return null;
    const [kind, title, note] = panel;
    return h("figure", null, h("figcaption", null, h("b", null, `${title}, ${series.unit}`), note ? ` – ${note}` : ""),
      chart(list, kind, range, width, `${name}: ${title}`, openMark));
  });
}

const COLUMNS = ["Period", "Kind", "Value", "Status", "Preferred", "Sources differ"];

function row(point) {
  const open = () => select({ type: "facts", ids: [point.fact], title: `${point.when}: ${point.words}` });
  return h("tr", null, h("th", { scope: "row" }, h("button", { class: "link", onclick: open }, point.when)),
    h("td", null, panelOf(point.kind)[1]), h("td", { class: "number" }, point.bound ? `${point.bound} ` : "", point.words),
    h("td", null, point.target ? "target" : point.status ?? ""),
    h("td", null, point.preferred ? "✓ yes" : ""), h("td", null, point.clash ? "≠ yes" : ""));
}

function table(series, name) {
  const list = [...series.list].sort((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : one.value - other.value));
  return h("details", { class: "twin" }, h("summary", null, `The ${plural(list.length, "figure")} as a table`),
    h("div", { class: "scroll" }, h("table", null, h("caption", null, name),
      h("thead", null, h("tr", null, COLUMNS.map((column) => h("th", { scope: "col" }, column)))), h("tbody", null, list.map(row)))));
}

function section(series, width) {
  const name = [series.definition || "No definition stated", series.area].filter(Boolean).join(" – ");
  const targets = series.list.filter((point) => point.target).length;
  const figures = series.list.length - targets;
  const counts = [figures ? plural(figures, "figure") : "", targets ? plural(targets, "target") : ""].filter(Boolean).join(", ");
  return h("section", { class: "series" }, h("h3", { dir: "auto" }, name, h("span", { class: "count" }, counts)), panels(series, width, name), table(series, name));
}

function chooser(indicator) {
  const options = counted().map(([id, count]) => h("option", { value: id, selected: id === indicator }, `${nodes[id].label} (${count})`));
  return h("label", { class: "chooser" }, h("span", null, "Indicator"),
    h("select", { id: "indicator", onchange: (event) => change({ indicator: Number(event.target.value), selected: null }) }, options));
}

export function drawFigures() {
  const box = byId("figures-view");
  const indicator = state.indicator ?? firstIndicator();
  if (indicator === null) return replace(box, h("p", null, "This graph holds no figures."));
  const focused = document.activeElement?.id === "indicator";
  const width = Math.max(280, Math.min(900, box.clientWidth - 40));
  replace(box, h("div", { class: "figures-head" }, h("h2", null, nodeLink(indicator)), chooser(indicator)),
    h("p", { class: "meta" }, "One chart a definition and kind of period: unlike ones are neither joined nor mixed. Where several figures are stated for a period, line and bar go through one: not in doubt, the better placed claimant, the later source. Choose a mark for its sources."),
    keyOfMarks(), seriesOf(indicator).map((series) => section(series, width)));
  if (focused) byId("indicator")?.focus();
}
