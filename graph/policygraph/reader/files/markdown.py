"""The words of a Markdown text without its marks, which would hide what they stand around.

1. Stars, lines and tildes (`**bold**`, `_italic_`, `~~struck~~`) go in pairs, within one paragraph: the first
   touches the word after it, the second the word before it. One star, or a line, within a word is no mark
   (`5*3`, `a_b`), nor is one with no partner (`$3bn*`).
2. Of a link and of code the words stay (`[$3bn](address)`, `[$3bn][1]`), of a picture, the number of a note,
   a comment and the line that gives an address nothing.
3. A heading loses its signs and stands alone, a quoted line loses its own. Ruled lines and the fences of
   code become blank lines. The marks of a list stay. Of tables nothing is left by now (see `tables`).
4. A mark after a backslash is itself (`\\$3`), and `&nbsp;` and its kind are what they stand for.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import NamedTuple

__all__ = ["unmarked"]


def _heading(found: re.Match[str]) -> str:
    words: str = found["words"]
    return words.rstrip("# \t\r") + "\n\n"


_EDITS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(r"<!--[^<>]{0,2000}-->|!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)|\[\^[^\[\]\n]{1,50}\]:?"),
        "",
    ),
    (re.compile(r"^ {0,3}(?:\[[^\[\]\n]{1,200}\]:[^\n]{1,2000}|(?:```|~~~)[^\n]{0,100})$", re.MULTILINE), ""),
    (re.compile(r"^(?=[^\S\n]{0,3}[|:=*_-])[ \t|:=*_-]{3,300}$", re.MULTILINE), ""),
    (
        re.compile(
            r"(?<!\\)\[(?P<words>[^\[\]\n]{1,500})\]"
            r"(?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)|\[[^\[\]\n]{0,200}\])"
        ),
        r"\g<words>",
    ),
    (re.compile(r"(?<![\\`])(``?)(?P<words>[^`\n]{1,500})\1(?!`)"), r"\g<words>"),
    (re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<words>[^\n]+)\n{0,2}", re.MULTILINE), _heading),
    (re.compile(r"^ {0,3}(?:> ?){1,9}", re.MULTILINE), ""),
    (re.compile(r"&(?:[a-z]{2,8}|#[0-9]{2,5});"), lambda found: html.unescape(found[0])),
)
"""Rules 2 to 4, in the order in which they are done."""
_MARK = re.compile(r"\\(?P<itself>[!-/:-@\[-`{-~])|\*{1,3}|_{1,3}|~~|(?P<end>\n[^\S\n]*\n)")
_NESTED = 4
"""Marks that may stand open one within another."""


class _Run(NamedTuple):
    """A run of one mark, `text[start:end]`."""

    start: int
    end: int


def unmarked(text: str) -> str:
    r"""The text without Markdown's marks; one that has none as it is, to the last character.

    >>> unmarked("It rose **25 per cent** to [_$3 billion_](https://example.org/a_b).")
    'It rose 25 per cent to $3 billion.'
    >>> unmarked("## Boats\nFive sail.")
    'Boats\n\nFive sail.'
    """
    plain = text
    for pattern, instead in _EDITS:
        plain = pattern.sub(instead, plain)
    kept, place = [], 0
    for run in _left_out(plain):
        kept.append(plain[place : run.start])
        place = run.end
    return "".join([*kept, plain[place:]])


def _left_out(text: str) -> list[_Run]:
    """The marks that go in pairs, and each backslash before a mark, in order."""
    gone: list[_Run] = []
    opened: list[_Run] = []
    for found in _MARK.finditer(text):
        run = _Run(*found.span())
        if found["itself"]:
            gone.append(_Run(run.start, run.start + 1))
        elif found["end"]:
            opened.clear()
        else:
            run = _closed(text, run, opened, gone)
            if run.start < run.end and _touches(text, run, run.end, run.start - 1):
                opened.append(run)
    return sorted(gone)


def _closed(text: str, run: _Run, opened: list[_Run], gone: list[_Run]) -> _Run:
    """What is left of a run once it has closed what it may of the last marks that stand open."""
    while run.start < run.end and _touches(text, run, run.start - 1, run.end):
        mark, width = text[run.start], run.end - run.start
        near = range(len(opened) - 1, max(-1, len(opened) - 1 - _NESTED), -1)
        fitting = (at for at in near if text[opened[at].start] == mark and _width(opened[at]) <= width)
        at = next(fitting, None)
        if at is None:
            break
        first = opened[at]
        del opened[at:]
        end = run.start + _width(first)
        gone += [first, _Run(run.start, end)]
        run = _Run(end, run.end)
    return run


def _width(run: _Run) -> int:
    return run.end - run.start


def _touches(text: str, run: _Run, inner: int, outer: int) -> bool:
    """Whether a run belongs to what stands at its inner side, and not to what stands at its outer one."""
    within = text[inner] if 0 <= inner < len(text) else " "
    beyond = text[outer] if 0 <= outer < len(text) else " "
    if within.isspace():
        return False
    return not beyond.isalnum() or (within.isalnum() and text.startswith("**", run.start))
