#!/bin/sh
# What the tests need besides Python packages: a Chromium, rapper, and two npm packages.
# Finds what is there; installs what is not, by the system's packages as root or with sudo.
set -eu
cd "$(dirname "$0")/.."

have() { command -v "$1" >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif have sudo; then sudo "$@"; else return 1; fi
}

debian() {
    have apt-get || return 1
    echo "installing $* ..."
    as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -qq "$@" >/dev/null
}

if ! have chromium && ! have chromium-browser && ! have google-chrome; then
    debian chromium || .venv/bin/python -m playwright install chromium || {
        echo "a Chromium is needed for the browser tests: install the package 'chromium'" >&2
        exit 1
    }
fi

if ! have rapper; then
    debian raptor2-utils || {
        echo "rapper (raptor2-utils) is not there: its tests will be skipped" >&2
        case "${CI:-}" in 1 | [Tt]rue | TRUE) exit 1 ;; esac
    }
fi

sh scripts/js-deps.sh
