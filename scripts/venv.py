"""Make the virtual environment, or say what is missing: `python3 scripts/venv.py .venv`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):
    found = sys.version.split()[0]
    sys.exit(f"policygraph needs Python 3.11 or later; this is {found}. Try: make PYTHON=python3.11")

folder = Path(sys.argv[1])
if not (folder / "bin" / "python").exists():
    done = subprocess.run([sys.executable, "-m", "venv", str(folder)], check=False)
    if done.returncode:
        sys.exit("Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv")
