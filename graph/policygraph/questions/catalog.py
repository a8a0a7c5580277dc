"""The catalogue of competency questions, read from `ontology/questions/*.rq`."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cache

from policygraph.errors import QuestionNotFoundError
from policygraph.paths import ontology_dir
from policygraph.questions.heads import Head, read_head, split_text

__all__ = ["Parameter", "Question", "catalog", "names", "question"]

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question asks for; it stands in the query as `?_name`, a period as its start and end."""

    name: str
    type: str
    """entity, concept, date, period, text or integer."""
    kinds: tuple[str, ...]
    """For an entity the kinds that fit (`any` for all), for a concept its schemes."""
    values: tuple[str, ...]
    """For a text that is one of a few words these words; empty where any text will do."""
    required: bool
    default: str | None
    """The text that stands for it where none is given."""
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A competency question."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    example: dict[str, str]
    """Parameters that give an answer on the shipped graph."""
    via: str | None
    """The layer above that makes the answer, where the query alone does not."""
    shown: tuple[str, ...]
    """The columns that a table shows where none are asked for; empty for all."""
    sparql: str
    """The query, which may be put to any endpoint once its `?_name` variables are replaced."""

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of this name; None if there is none."""
        return next((one for one in self.parameters if one.name == name), None)


@cache
def names() -> tuple[str, ...]:
    """The names of all questions, sorted."""
    return tuple(sorted(path.stem for path in (ontology_dir() / "questions").glob("*.rq")))


@cache
def question(name: str) -> Question:
    """One question; raises QuestionNotFoundError with the nearest names.

    >>> question("post-holders").title
    'Who held a post'
    """
    if name not in names():
        nearest = difflib.get_close_matches(name.lower().replace("_", "-"), names(), _NEAREST)
        raise QuestionNotFoundError("question", name, tuple(nearest))
    text = (ontology_dir() / "questions" / f"{name}.rq").read_text(encoding="utf-8")
    lines, sparql = split_text(text)
    return _question(name, read_head(lines), sparql)


def catalog() -> dict[str, Question]:
    """All questions by name."""
    return {name: question(name) for name in names()}


def _question(name: str, head: Head, sparql: str) -> Question:
    stated, example = head.get("params", []), head.get("example", {})
    return Question(
        name=name,
        title=str(head["title"]),
        description=str(head["description"]),
        parameters=tuple(_parameter(one) for one in stated if isinstance(one, dict)),
        example=dict(example) if isinstance(example, dict) else {},
        via=str(head["via"]) if "via" in head else None,
        shown=tuple(str(head.get("shown", "")).split()),
        sparql=sparql,
    )


def _parameter(stated: dict[str, str]) -> Parameter:
    return Parameter(
        name=stated["name"],
        type=stated["type"],
        kinds=tuple(stated.get("kinds", "").split()),
        values=tuple(stated.get("values", "").split()),
        required=stated.get("required") == "true",
        default=stated.get("default"),
        description=stated["description"],
    )
