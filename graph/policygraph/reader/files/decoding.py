"""Bytes as text: UTF-8, UTF-16 by its byte order mark, and else Windows-1252."""

from __future__ import annotations

import codecs

__all__ = ["is_other", "text_of"]

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def is_other(content: bytes, found: str) -> bool:
    """Whether `text_of` found the text of these bytes in another encoding than Unicode's."""
    marked = content.startswith(tuple(mark for mark, _ in _MARKS))
    return not marked and not found.isascii() and len(found) == len(content)


def text_of(content: bytes) -> str | None:
    """The bytes as text; None where they are none.

    >>> text_of("Café".encode("cp1252"))
    'Café'
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                return None
    if b"\0" in content:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    controls = sum(character < " " and character not in "\t\n\r\f" for character in text[:10_000])
    return None if controls * 50 > min(len(text), 10_000) else text
