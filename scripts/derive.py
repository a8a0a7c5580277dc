"""Write again what is derived from the code: JSON Schemas and the text of `--help`.

`tests/test_derived.py` fails where these differ from what the code gives.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def help_text() -> str:
    """What the command line itself prints for `--help`, without colour, at a fixed width."""
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    code = "from policygraph.cli.main import run; raise SystemExit(run(['--help']))"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def main() -> None:
    """Write every derived file."""
    from policygraph.curated.schema import schemas

    (ROOT / "graph/policygraph/help.txt").write_text(help_text(), encoding="utf-8")
    folder = ROOT / "data" / "schema"
    folder.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
