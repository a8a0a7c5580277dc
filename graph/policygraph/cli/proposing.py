"""The options that bring in a language model or a spaCy pipeline, for each command that reads articles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from policygraph.cli.output import note
from policygraph.errors import UsageError

if TYPE_CHECKING:
    from policygraph.proposers.contract import Proposer
    from policygraph.reader.files.many import RowMaker

__all__ = ["LlmOption", "ModelOption", "SpacyOption", "Tally", "VerboseOption", "maker_of", "proposer_of"]

SpacyOption = Annotated[
    str | None,
    typer.Option("--spacy", metavar="MODEL", help="Take names that this spaCy pipeline sees as proposals."),
]
LlmOption = Annotated[
    str | None,
    typer.Option(
        "--llm",
        metavar="URL",
        help="Ask this OpenAI-compatible server for proposals; a key goes into $POLICYGRAPH_LLM_KEY.",
    ),
]
ModelOption = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="The model that --llm asks for.")
]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", help="Say of each proposal that is not taken why not.")
]


def proposer_of(spacy: str | None, llm: str | None, model: str | None) -> Proposer | None:
    """Who else is asked, by the options; None where they name nobody.

    Raises UsageError where they do not go together or name what is not there, and MissingExtraError where
    spaCy is not installed. The model's server is not asked yet.
    """
    if bool(llm) != bool(model):
        raise UsageError("--llm URL and --model NAME go together: the server, and which model it is to use")
    asked: list[Proposer] = []
    if spacy:
        from policygraph.proposers.spacy_names import SpacyNames

        asked.append(SpacyNames(spacy))
    if llm and model:
        from policygraph.proposers.llm import LanguageModel
        from policygraph.proposers.server import Server

        asked.append(LanguageModel(Server(llm), model))
    if len(asked) < 2:
        return asked[0] if asked else None
    from policygraph.proposers.contract import Several

    return Several(tuple(asked))


def maker_of(proposer: Proposer | None) -> RowMaker:
    """What makes a row of a document, with the proposer where there is one."""
    from policygraph.reader.files.many import read_row

    if proposer is None:
        return read_row
    from policygraph.proposers.merge import row_with

    return partial(row_with, proposer)


class Tally:
    """What became of proposals, over all documents of a run."""

    def __init__(self, proposer: Proposer | None, *, verbose: bool) -> None:
        self._name, self._verbose = proposer.name if proposer else "", verbose
        self._taken = self._known = self._refused = 0

    def count(self, document: str, taken: int, known: int, refused: Sequence[object]) -> None:
        """Add what became of the proposals for one document; told one by one, where that is wanted."""
        self._taken += taken
        self._known += known
        self._refused += len(refused)
        for reason in refused if self._verbose else ():
            note(f"{document}: not taken: {reason}")

    def tell(self) -> None:
        """The sums, in a line; nothing where nobody was asked."""
        if self._name:
            note(
                f"{self._name}: {self._taken:,} proposals taken, {self._known:,} known already, "
                f"{self._refused:,} not taken"
                + (" (--verbose says why)" if self._refused and not self._verbose else "")
            )
