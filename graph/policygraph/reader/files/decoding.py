"""Bytes as text: UTF-8, UTF-16 by its byte order mark, and else Windows-1252; and what is known as none."""

from __future__ import annotations

import codecs

__all__ = ["format_of", "is_other", "text_of"]

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

_BEGINNINGS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, as .docx, .odt and .xlsx are"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\0", "an image"),
    (b"MM\0*", "an image"),
    (b"RIFF", "an image, a sound or a film"),
    (b"OggS", "a sound or a film"),
    (b"ID3", "a sound"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
"""How files of other formats begin, and what they are."""


def format_of(content: bytes) -> str:
    """What a file is that is known to be no text; the empty text where it may be one.

    >>> format_of(b"%PDF-1.7"), format_of(b"Boats sail.")
    ('a PDF', '')
    """
    return next((name for mark, name in _BEGINNINGS if content.startswith(mark)), "")


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
