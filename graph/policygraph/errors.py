"""Every error that policygraph raises on purpose.

Each leaf is named for the fact and carries it as data, so that a program can act on it and a person
can read where the fault is and what to do. `exit_code` is what the command line returns for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = [
    "CodeNotFoundError",
    "DataError",
    "DataInvalidError",
    "EntityNotFoundError",
    "MissingExtraError",
    "ModelError",
    "NotFoundError",
    "ParameterError",
    "PolicygraphError",
    "Problem",
    "QuerySyntaxError",
    "QuestionNotFoundError",
    "RdfSyntaxError",
    "StoreError",
    "UsageError",
]


class PolicygraphError(Exception):
    """Base of all errors raised on purpose; exit code 1."""

    exit_code = 1


class UsageError(PolicygraphError):
    """The call itself cannot be carried out as asked; exit code 2."""

    exit_code = 2


class ParameterError(UsageError):
    """A question's parameter is missing, unknown or not of its type."""

    def __init__(self, question: str, name: str, reason: str) -> None:
        self.question, self.name, self.reason = question, name, reason
        super().__init__(f"question {question!r}, parameter {name!r}: {reason}")


class CodeNotFoundError(UsageError):
    """A word that is none of a few, as a code of a small closed scheme; `codes` holds all that there are."""

    def __init__(self, kind: str, name: str, codes: tuple[str, ...]) -> None:
        self.kind, self.name, self.codes = kind, name, codes
        super().__init__(f"no {kind} {name!r}; use one of {', '.join(codes)}")


class QuerySyntaxError(UsageError):
    """A SPARQL text does not parse; `line` and `column` count from 1 where the engine gave them."""

    def __init__(self, message: str, line: int | None, column: int | None, hint: str = "") -> None:
        self.line, self.column, self.hint = line, column, hint
        where = f"line {line}, column {column}: " if line is not None else ""
        super().__init__(f"SPARQL: {where}{message}" + (f"\nhint: {hint}" if hint else ""))


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in the data: where it is, what was found and what was expected.

    `line` counts from 1, and is 0 where the fault is of the whole file, or of a folder.
    """

    file: Path
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else str(self.file)
        return f"{where}: {self.field}: {self.message}" if self.field else f"{where}: {self.message}"


class DataError(PolicygraphError):
    """The data cannot be used; exit code 3."""

    exit_code = 3


class DataInvalidError(DataError):
    """One or more files of a pack are wrong; `problems` holds all that were found, in file order."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class RdfSyntaxError(DataError):
    """An RDF file does not parse; `line` is None where the parser names none."""

    def __init__(self, file: str, line: int | None, message: str) -> None:
        self.file, self.line = file, line
        super().__init__(f"{file}:{line}: {message}" if line is not None else f"{file}: {message}")


class NotFoundError(PolicygraphError):
    """What was asked for is not there; exit code 4.

    `nearest` holds the closest names, best first; `advice` says what to do instead.
    """

    exit_code = 4

    def __init__(self, kind: str, name: str, nearest: tuple[str, ...] = (), advice: str = "") -> None:
        self.kind, self.name, self.nearest, self.advice = kind, name, nearest, advice
        hint = "; did you mean " + ", ".join(nearest) + "?" if nearest else ""
        super().__init__(f"no {kind} {name!r}{hint}{f'; {advice}' if advice else ''}")


class EntityNotFoundError(NotFoundError):
    """No entity of the graph has this id, name or alias."""


class QuestionNotFoundError(NotFoundError):
    """No competency question has this name."""


class StoreError(PolicygraphError):
    """The store cannot be opened or written; `place` names it."""

    def __init__(self, place: str, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(f"store {place}: {reason}")


class MissingExtraError(PolicygraphError):
    """An optional dependency is not installed; `extra` is the one that brings it."""

    def __init__(self, package: str, extra: str) -> None:
        self.package, self.extra = package, extra
        super().__init__(
            f"{package} is not installed: pip install 'policygraph[{extra}]', or in a checkout "
            f"pip install -e '.[{extra}]'"
        )


class ModelError(PolicygraphError):
    """A language model's server gave no answer that can be used; `place` is its address."""

    def __init__(self, place: str, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(f"the model server {place} {reason}")
