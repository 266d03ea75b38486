#!/usr/bin/env bash
# Other people's readers and a database server, from Debian's packages where they are absent. Without the right to install, the tests that need one say so.
set -u
declare -A package=([chromium]=chromium [soffice]=libreoffice-writer [pdftoppm]=poppler-utils [qpdf]=qpdf [javac]=default-jdk-headless [mvn]=maven)
missing=()
for program in "${!package[@]}"; do command -v "$program" >/dev/null 2>&1 || missing+=("${package[$program]}"); done
command -v soffice >/dev/null 2>&1 && [ -e /usr/lib/libreoffice/program/libsclo.so ] || missing+=(libreoffice-calc)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
[ ${#missing[@]} -eq 0 ] && exit 0
if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" -ne 0 ]; then
  echo "Not installed, and no right to install: ${missing[*]}. Tests that need them will say that they were skipped." >&2
  exit 0
fi
echo "Installing ${missing[*]} …"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
