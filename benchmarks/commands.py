"""How long the commands take, as ratios against a bare `python -c pass` in the same run.

Prints user+system seconds of whole processes (median of several), so that a busy machine matters less.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

BIN = Path(sys.executable).parent
RUNS = 7


def cpu_seconds(command: list[str], environment: dict[str, str]) -> float:
    """CPU time of one run of a command, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print a table of commands."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "POLICYGRAPH_CACHE": f"{folder}/cache", "PYTHONDONTWRITEBYTECODE": ""}
        command = str(BIN / "policygraph")
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "policygraph --help": [command, "--help"],
            "policygraph ask": [command, "ask", "post-holders", "--param", "post=it-minister"],
            "policygraph ask paths": [command, "ask", "paths", "--start", "umar-saif", "--end", "pseb"],
            "policygraph network": [command, "network"],
            "policygraph build": [command, "build", "--store", f"{folder}/store"],
        }
        for words in commands.values():
            subprocess.run(words, env=environment, check=True, capture_output=True)
        medians = {
            name: statistics.median(cpu_seconds(words, environment) for _ in range(RUNS))
            for name, words in commands.items()
        }
    bare = medians["python -c pass"]
    print(f"{'command':<24}{'CPU s':>8}{'ratio':>8}   (median of {RUNS}, ratio to python -c pass)")
    for name, seconds in medians.items():
        print(f"{name:<24}{seconds:>8.3f}{seconds / bare:>8.1f}")


if __name__ == "__main__":
    main()
