// The findings tab: what the audit found, the gravest first, each with the facts it sets side by side.
import { facts, findings, nodes, severities } from "./data.js";
import { byId, h, plural, replace } from "./dom.js";
import { nodeLink } from "./facts.js";
import { change, select, state } from "./state.js";

function named(fact) {
  return fact.sentence.map((part) => (typeof part === "number" ? nodes[part].label : part)).join("");
}

function openFacts(finding) {
  select({ type: "facts", ids: finding.facts, kind: "Finding", title: finding.kind });
}

function evidenceButton(finding) {
  if (!finding.facts) return null;
  return h("button", { class: "side-by-side", title: finding.facts.map((id) => named(facts[id])).join("\n"), onclick: () => openFacts(finding) },
    `Show the ${plural(finding.facts.length, "fact")} and who says so`);
}

function item(finding) {
  return h("li", { class: "finding", id: `finding-${finding.id}` },
    h("div", { class: "tags" }, h("span", { class: `tag ${finding.severity === "info" ? "" : "warn"}` }, finding.kind)),
    h("p", { class: "sentence", dir: "auto" }, finding.sentence),
    finding.arithmetic ? h("p", { class: "arithmetic", dir: "ltr" }, finding.arithmetic) : null,
    finding.reading ? h("p", { class: "meta" }, `A reading that fits: ${finding.reading}. It is a guess at how the misfit came about, not a correction.`) : null,
    finding.nodes ? h("p", null, "About ", finding.nodes.map((id, place) => [place ? ", " : "", nodeLink(id)])) : null,
    evidenceButton(finding));
}

function kindsOf() {
  const counts = new Map();
  for (const finding of findings) counts.set(finding.kind, (counts.get(finding.kind) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
}

function chooser() {
  const options = [["", `All kinds (${findings.length})`], ...kindsOf().map(([kind, count]) => [kind, `${kind} (${count})`])];
  return h("label", { class: "chooser" }, h("span", null, "Kind"),
    h("select", { id: "finding-kind", onchange: (event) => change({ findingKind: event.target.value, finding: null }) },
      options.map(([value, words]) => h("option", { value, selected: value === state.findingKind }, words))));
}

function section([severity, title], shown) {
  const list = shown.filter((finding) => finding.severity === severity);
  if (!list.length) return null;
  const open = severity !== "info" || list.some((finding) => finding.id === state.finding) || Boolean(state.findingKind);
  return h("details", { class: "group findings", open }, h("summary", null, h("h3", null, title, h("span", { class: "count" }, list.length))),
    h("ul", { class: "facts" }, list.map(item)));
}

export function drawFindings() {
  const box = byId("findings-view");
  if (!findings.length) return replace(box, h("h2", null, "Findings"), h("p", null, "The audit found nothing to report in this graph."));
  const shown = findings.filter((finding) => !state.findingKind || finding.kind === state.findingKind);
  const focused = document.activeElement?.id === "finding-kind";
  replace(box, h("div", { class: "figures-head" }, h("h2", null, "Findings"), chooser()),
    h("p", { class: "meta" }, "What the audit found when it compared what the sources state. It reports and chooses nothing: each finding names its facts, and they name who says so."),
    severities.map((severity) => section(severity, shown)));
  if (focused) byId("finding-kind")?.focus();
  const chosen = state.finding === null ? null : byId(`finding-${state.finding}`);
  chosen?.classList.add("chosen");
  chosen?.scrollIntoView({ block: "center" });
}
