"""What an article says never steers the terminal that it is shown on."""

from __future__ import annotations

import pytest

from policygraph.cli.output import note, print_table

ESCAPES = "a\x1b[2Jb\x1b]0;title\x07c\x9bd\rd\u202ee"


def test_no_control_character_reaches_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Line feeds and tabs of a message do, and so do other letters."""
    print_table(["id"], [[ESCAPES], [("é", ESCAPES)]], ESCAPES)
    note(f"two\nlines\tand é {ESCAPES}")
    shown = capsys.readouterr()
    assert "two\nlines\tand é" in shown.err
    assert "é" in shown.out
    for stream in (shown.out, shown.err):
        assert not set(stream) & set("\x1b\x07\x9b\r\u202e")
        assert "�" in stream
