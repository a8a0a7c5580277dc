// One panel of a chart: figures whose periods are of one kind. Only months that follow each other are
// joined by a line; bars are as wide as their period; targets are marks apart, never part of a line.
// Which of several figures of a period line and bar go through comes with the data.
import { points } from "./data.js";
import { h, plural, s } from "./dom.js";
import { palette } from "./style.js";

const EDGE = { left: 56, right: 14, top: 14, bottom: 26 };
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 });

export function shortNumber(value) {
  return compact.format(value);
}

function time(day, after = 0) {
  return Date.parse(`${day}T00:00:00Z`) / 864e5 + after;
}

// Figures with the same period and value are one mark: [{ start, end, value, target, actual, clash, drawn, preferred, points }]
export function marksOf(list) {
  const found = new Map();
  for (const point of list) {
    const key = [point.start, point.end, point.value, Boolean(point.target), Boolean(point.actual)].join("|");
    if (!found.has(key)) found.set(key, { ...point, from: time(point.start), until: time(point.end, 1), points: [] });
    const mark = found.get(key);
    mark.points.push(point);
    for (const flag of ["clash", "drawn", "preferred"]) mark[flag] ||= point[flag];
  }
  // Of one period the mark that line or bar goes through comes last: it lies above the others.
  const marks = [...found.values()].sort((one, other) => one.from - other.from || Boolean(one.drawn) - Boolean(other.drawn) || one.value - other.value);
  marks.forEach((mark, place) => { mark.badge = mark.clash && marks[place + 1]?.start !== mark.start; });
  return marks;
}

function ticks(low, high, most = 5) {
  const step = [1, 2, 2.5, 5, 10].map((size) => size * 10 ** Math.floor(Math.log10((high - low || 1) / most))).find((size) => (high - low) / size <= most) ?? 1;
  const found = [];
  for (let value = Math.ceil(low / step) * step; value <= high + step * 1e-9; value += step) found.push(Math.abs(value) < step * 1e-9 ? 0 : value);
  return found;
}

function yearTicks(from, until, width) {
  const first = new Date(from * 864e5).getUTCFullYear(), last = new Date(until * 864e5).getUTCFullYear();
  const step = [1, 2, 5, 10, 20].find((size) => (width / (last - first + 1)) * size >= 34) ?? 50;
  const years = [];
  for (let year = Math.ceil(first / step) * step; year <= last + 1; year += step) years.push(year);
  return years;
}

function scales(marks, range, width, height) {
  const values = marks.map((mark) => mark.value);
  const low = Math.min(0, ...values), high = Math.max(0, ...values) * 1.06 || 1;
  const x = (at) => EDGE.left + ((at - range.from) / (range.until - range.from || 1)) * (width - EDGE.left - EDGE.right);
  const y = (value) => height - EDGE.bottom - ((value - low) / (high - low || 1)) * (height - EDGE.top - EDGE.bottom);
  return { x, y, low, high };
}

function axes({ x, y, low, high }, range, width, height) {
  const colours = palette();
  const text = { fill: colours.muted, "font-size": 11, "font-family": "system-ui, sans-serif" };
  const rows = ticks(low, high).map((value) => [
    s("line", { x1: EDGE.left, x2: width - EDGE.right, y1: y(value), y2: y(value), stroke: value === 0 ? colours.line : colours.grid }),
    s("text", { x: EDGE.left - 6, y: y(value) + 4, "text-anchor": "end", ...text }, shortNumber(value)),
  ]);
  const years = yearTicks(range.from, range.until, width - EDGE.left - EDGE.right).map((year) => {
    const at = x(time(`${year}-01-01`));
    if (at < EDGE.left - 1 || at > width - EDGE.right + 1) return null;
    return [s("line", { x1: at, x2: at, y1: height - EDGE.bottom, y2: height - EDGE.bottom + 4, stroke: colours.line }),
      s("text", { x: at, y: height - 8, "text-anchor": "middle", ...text }, year)];
  });
  return s("g", { "aria-hidden": "true" }, rows.flat(), years.flat());
}

// Runs of months without a gap; a missing month ends the run.
export function runs(marks) {
  const found = [];
  for (const mark of marks) {
    const last = found.at(-1)?.at(-1);
    if (last && Math.abs(mark.from - last.until) < 0.5) found.at(-1).push(mark);
    else found.push([mark]);
  }
  return found;
}

function lines(marks, { x, y }) {
  return runs(marks.filter((mark) => mark.drawn)).filter((run) => run.length > 1).map((run) =>
    s("polyline", { class: "line", fill: "none", stroke: palette().mark, "stroke-width": 1.6, points: run.map((mark) => `${middle(mark, x).toFixed(1)},${y(mark.value).toFixed(1)}`).join(" ") }));
}

function bars(marks, { x, y }, kind) {
  return marks.filter((mark) => mark.drawn).map((mark) => {
    const left = x(mark.from) + 1.5, right = x(mark.until) - 1.5;
    const top = Math.min(y(0), y(mark.value));
    return s("rect", { class: "bar", x: left, y: top, width: Math.max(1, right - left), height: Math.abs(y(0) - y(mark.value)), fill: kind === "calendar-year" ? palette().mark2 : palette().mark, "fill-opacity": 0.32 });
  });
}

function middle(mark, x) {
  return x((mark.from + mark.until) / 2);
}

// `passed` marks a figure that the line or bar of its chart does not go through.
function shapeOf(mark, cx, cy, passed = false) {
  const colours = palette();
  if (mark.target) {
    const r = 6;
    return [s("polygon", { points: `${cx},${cy - r} ${cx + r},${cy} ${cx},${cy + r} ${cx - r},${cy}`, fill: colours.page, stroke: colours.target, "stroke-width": 2 }), s("circle", { cx, cy, r: 1.6, fill: colours.target })];
  }
  const paint = mark.actual ? { fill: colours.mark, stroke: colours.page, "stroke-width": 1 } : { fill: colours.page, stroke: colours.mark2, "stroke-width": 2, "stroke-dasharray": "2 1.5" };
  const dot = s("circle", { cx, cy, r: (mark.actual ? 4 : 4.5) - (passed ? 1 : 0), "fill-opacity": passed && mark.actual ? 0.5 : 1, ...paint });
  if (!mark.clash) return [dot];
  const ring = s("circle", { cx, cy, r: 6.5, fill: "none", stroke: colours.warn, "stroke-width": 1.6 });
  if (!mark.badge) return [dot, ring];
  return [dot, ring, s("text", { x: cx + 8, y: cy - 5, fill: colours.warn, "font-size": 11, "font-weight": 700, "font-family": "system-ui, sans-serif" }, "≠")];
}

export function markWords(mark) {
  const what = mark.target ? "target" : mark.actual ? "" : mark.status || "forecast";
  const bound = mark.bound ? `${mark.bound} ` : "";
  return [`${mark.when}: ${bound}${mark.words}`, what, mark.preferred ? "in the preferred series" : "", mark.points.length > 1 ? plural(mark.points.length, "figure") : "", mark.clash ? "values differ" : ""].filter(Boolean).join(", ");
}

function markElement(mark, { x, y }, place, open, { spans, joined }) {
  const cx = middle(mark, x), cy = y(mark.value);
  const ruler = spans && !mark.target ? [s("line", { x1: x(mark.from), x2: x(mark.until), y1: cy, y2: cy, stroke: palette().mark, "stroke-width": 3, "stroke-opacity": 0.45 })] : [];
  const act = () => open(mark);
  return s("g", { class: "mark", role: "button", tabindex: place ? -1 : 0, "aria-label": markWords(mark), "data-fact": mark.points[0].fact, onclick: act,
    onkeydown: (event) => keyOn(event, act) },
    s("title", null, markWords(mark)), s("circle", { cx, cy, r: 10, fill: "transparent" }), ruler, shapeOf(mark, cx, cy, joined && !mark.drawn));
}

// One stop for the Tab key a chart; arrows go from mark to mark.
function keyOn(event, act) {
  const marks = [...event.currentTarget.parentNode.querySelectorAll(".mark")];
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (event.key === "Enter" || event.key === " ") act();
  else if (step) {
    const next = marks[marks.indexOf(event.currentTarget) + step];
    if (!next) return;
    event.currentTarget.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  } else return;
  event.preventDefault();
}

// The picture of one kind of period; `range` is shared by all panels of a series.
export function chart(list, kind, range, width, title, open) {
  const height = 210;
  const marks = marksOf(list);
  const scale = scales(marks, range, width, height);
  const spans = !["month", "fiscal-year", "calendar-year", "point", "day"].includes(kind);
  const base = kind === "month" ? lines(marks, scale) : kind.endsWith("year") ? bars(marks, scale, kind) : [];
  const joined = kind === "month" || kind.endsWith("year");
  return s("svg", { class: "chart", viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": title },
    axes(scale, range, width, height), base, marks.map((mark, place) => markElement(mark, scale, place, open, { spans, joined })));
}

export function rangeOf(list) {
  const from = Math.min(...list.map((point) => time(point.start))), until = Math.max(...list.map((point) => time(point.end, 1)));
  const room = Math.max(20, (until - from) * 0.02);
  return { from: from - room, until: until + room };
}

export function keyOfMarks() {
  const sample = (mark, words, passed) => h("span", null, s("svg", { viewBox: "0 0 26 20", width: 26, height: 20, "aria-hidden": "true" }, shapeOf(mark, 10, 11, passed)), words);
  return h("p", { class: "key" }, sample({ actual: true }, "stated figure"), sample({ actual: true }, "another, which line or bar passes over", true), sample({ actual: false }, "forecast or estimate"),
    sample({ actual: true, clash: true, badge: true }, "sources give values that differ"), points.some((point) => point.target) ? sample({ target: true }, "target: a promise, never joined to figures") : null);
}
