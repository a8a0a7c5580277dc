"""The command `policygraph`, and `python -m policygraph`."""

from __future__ import annotations

import sys
from pathlib import Path

__all__ = ["main"]


def main() -> None:
    """Run the command line; `--help` alone is answered from a file, without importing anything."""
    if sys.argv[1:] in ([], ["--help"], ["-h"]):
        sys.stdout.write(Path(__file__).with_name("help.txt").read_text(encoding="utf-8"))
        raise SystemExit(0)
    from policygraph.cli.main import run

    raise SystemExit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
