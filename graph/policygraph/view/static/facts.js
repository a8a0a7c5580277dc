// A fact as the panel shows it: the sentence, its particulars, and who says so.
import { KIND_NAMES, dayWords, findingsOfFact, nodeOfSource, nodes, passages, pointOfFact, sources } from "./data.js";
import { h, outside, plural } from "./dom.js";
import { change, selectNode } from "./state.js";
import { spread, whyFact } from "./why.js";

export function nodeLink(id, words) {
  const node = nodes[id];
  const follow = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    selectNode(id);
  };
  return h("a", { class: "link", dir: "auto", title: KIND_NAMES[node.kind], href: `#node=${encodeURIComponent(node.key)}`, onclick: follow }, words ?? node.label);
}

function sentence(fact, here) {
  return h("p", { class: "sentence" }, fact.sentence.map((part) =>
    typeof part !== "number" ? h("bdi", null, part) : part === here ? h("b", { dir: "auto" }, nodes[part].label) : nodeLink(part)));
}

function place(start, end) {
  return start === undefined ? "Place in the text not recorded" : `Characters ${start.toLocaleString("en")}–${end.toLocaleString("en")}`;
}

function passageItem(at) {
  const [number, start, end, quote] = passages[at];
  const source = sources[number];
  const own = nodeOfSource.get(number);
  const name = own ? nodeLink(own.id, source.title) : h("span", { dir: "auto" }, source.title);
  const facts = [source.publisher, dayWords(source.date) || "no date seen", source.kind, place(start, end)].filter(Boolean).join(" · ");
  return h("li", null, name, h("div", { class: "meta" }, facts),
    quote ? h("blockquote", { dir: "auto" }, quote) : null, outside(source.url, "Open the source"));
}

function summary(said) {
  const { first, briefs } = spread(said);
  if (!said.length) return "Evidence: registry";
  const shown = first.length ? first : briefs;
  const names = shown.slice(0, 2).map((source) => [source.publisher, (source.date ?? "").slice(0, 4)].filter(Boolean).join(" ") || source.title);
  const more = shown.length > 2 ? ` and ${shown.length - 2} more` : "";
  return `Evidence: ${first.length ? plural(first.length, "source") : plural(briefs.length, "article")} – ${names.join(", ")}${more}`;
}

export function evidence(said, open, why) {
  return h("details", { class: "evidence", open }, h("summary", null, summary(said)),
    h("p", { class: "why" }, h("b", null, "Why is this here? "), why ?? whyFact(said)),
    h("ul", null, said.map(passageItem)));
}

function tag(words, hint) {
  return h("span", { class: `tag ${words === "claim" ? "claim" : ""}`, title: hint }, words);
}

function badge(finding) {
  const open = () => change({ tab: "findings", finding: finding.id, findingKind: "" });
  return h("button", { class: `tag badge ${finding.severity === "info" ? "" : "warn"}`, title: finding.sentence, onclick: open }, `audit: ${finding.kind}`);
}

export function factItem(fact, here, open = false) {
  const clash = pointOfFact.get(fact.id)?.clash;
  const tags = [...(fact.tags ?? []).map((words) => tag(words)), clash ? h("span", { class: "tag warn", title: "Another source gives a value for the same thing and period that cannot be the same number rounded" }, "values differ") : null, findingsOfFact[fact.id].map(badge)];
  return h("li", { class: `fact ${fact.kind}` },
    fact.when && !["figure", "growth", "ranking"].includes(fact.kind) ? h("div", { class: "when" }, fact.when) : null,
    sentence(fact, here), h("div", { class: "tags" }, tags),
    fact.rows ? h("dl", null, fact.rows.map(([name, words]) => [h("dt", null, name), h("dd", { dir: "auto" }, words)])) : null,
    evidence(fact.said, open));
}
