#!/bin/sh
# Opgør: double click, or: ./opgor.command COMMAND …
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
PATH="$here/program/bin:$PATH"
export PATH
[ $# -gt 0 ] && exec opgor "$@"
mkdir -p "$here/data" && cd "$here/data" || exit 1
# The workbench opens in the browser and ends with this window; where it cannot, the window stays and says why.
opgor start || exec "${SHELL:-/bin/sh}"
