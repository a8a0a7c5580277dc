"""Proposed deeds and claims of cause: all parts must stand within one quote of one sentence.

1. Actor and object of a deed, and claimant, cause and effect of a claim, stand in the quote as whole words;
   for an actor or a claimant the general word of `proposals.yaml` may stand instead (`government`).
2. A deed does not count where the quote, or the four words before it, deny it or doubt it (`has not yet`,
   `could`), nor as done where they say that it lies ahead.
3. Cause and effect are not the same words.
"""

from __future__ import annotations

import re

from policygraph.lexicon import flat
from policygraph.proposers.contract import Proposal
from policygraph.proposers.evidence import Evidence, NotBorneOutError
from policygraph.proposers.quotes import Quotes
from policygraph.reader.reading import ReadAction, ReadAttribution, Span
from policygraph.reader.text.cues import has_cue
from policygraph.reader.text.sentences import Sentence

__all__ = ["proposed_action", "proposed_attribution"]

_BEFORE = re.compile(r"(?:\S+\s+){0,4}\Z")
_REACH = 60


def proposed_action(evidence: Evidence, proposal: Proposal) -> ReadAction:
    """The deed, as the text bears it out; raises NotBorneOutError where it does not."""
    said = proposal.said
    reason = ""
    for span, sentence in evidence.stated(said["quote"]):
        reason = _denied(evidence, span, sentence, said["status"])
        if not reason:
            actor = _part(evidence, span, "actor", said["actor"])
            thing = _part(evidence, span, "object", said["object"])
            return ReadAction(span, actor, said["action"], thing, said["status"], origin=proposal.origin)
    raise NotBorneOutError(reason)


def proposed_attribution(evidence: Evidence, proposal: Proposal) -> ReadAttribution:
    """The claim, as the text bears it out; raises NotBorneOutError where it does not."""
    said = proposal.said
    span, _ = evidence.stated(said["quote"])[0]
    claimant, cause, effect = (
        _part(evidence, span, name, said[name]) for name in ("claimant", "cause", "effect")
    )
    if cause == effect:
        raise NotBorneOutError("cause and effect are the same")
    return ReadAttribution(span, claimant, cause, effect, origin=proposal.origin)


def _part(evidence: Evidence, span: Span, name: str, said: str) -> str:
    """A part of a proposal as the quote has it, or the word that may stand for it."""
    if said == flat("proposals", "stand_ins").get(name):
        return said
    quote = evidence.text(span)
    place = Quotes(quote).find(said)
    if place is None:
        raise NotBorneOutError(f"its {name} “{said[:80]}” is not in the quote")
    return quote[slice(*place)]


def _denied(evidence: Evidence, span: Span, sentence: Sentence, status: str) -> str:
    """Why a deed does not count (rule 2); empty where it does."""
    text = evidence.measures.text
    before = _BEFORE.search(text[max(sentence.start, span[0] - _REACH) : span[0]])
    start = span[0] - (len(before[0]) if before else 0)
    if has_cue(text, start, span[1], "actions", "negated") or has_cue(
        text, start, span[1], "actions", "unsure"
    ):
        return "the sentence denies or doubts it"
    if status == "done" and has_cue(text, start, span[1], "statuses", "future"):
        return "the sentence says that it lies ahead"
    return ""
