#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
exec "$here/runtime/node" --disable-warning=ExperimentalWarning "$here/dist/main.js" "$@"
