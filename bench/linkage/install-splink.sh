#!/usr/bin/env bash
# Splink, of one version, in an environment of its own below the folder for caches; prints its Python.
set -euo pipefail
version=5.0.0
folder="${XDG_CACHE_HOME:-$HOME/.cache}/opgor-bench/splink-$version"
if [ ! -e "$folder/ready" ]; then
  python3 -m venv "$folder"
  "$folder/bin/pip" install --quiet --disable-pip-version-check "splink==$version" duckdb==2.0.0 pyarrow==26.0.1 >&2
  touch "$folder/ready"
fi
echo "$folder/bin/python"
