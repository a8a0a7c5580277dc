"""The audit as a step of the build: what it says goes into the audit graph, and is known."""

from __future__ import annotations

from collections.abc import Mapping

from policygraph.audit.graph.extract import facts_of
from policygraph.audit.graph.statements import statements
from policygraph.audit.records.findings import Audit
from policygraph.audit.run import audit
from policygraph.build.audit_memo import audit_memo
from policygraph.build.dataset import Dataset
from policygraph.paths import cache_dir
from policygraph.terms import AUDIT_GRAPH, source_iri

__all__ = ["add_audit"]


def add_audit(dataset: Dataset, texts: Mapping[str, str]) -> Audit:
    """Audit what a dataset states and add what came out; `texts` are those at hand, by id of the source.

    Of families that an earlier audit has seen, what it found is taken from the cache.
    """
    facts = facts_of(dataset.known(), {source_iri(name).value: text for name, text in texts.items()})
    with audit_memo(cache_dir()) as memo:
        found = audit(facts, memo)
    for statement in statements(found, facts):
        dataset.state(statement, [AUDIT_GRAPH])
    return found
