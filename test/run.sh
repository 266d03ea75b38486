#!/usr/bin/env bash
# Installs what the tests need beyond npm, runs them all, and ends with one line: N passed, N failed.
set -u
cd "$(dirname "$0")/.."
# A folder of one's own keys is never touched by a test.
export XDG_CONFIG_HOME="$(mktemp -d)"
trap 'rm -rf "$XDG_CONFIG_HOME"' EXIT

bash test/install-readers.sh

report="$XDG_CONFIG_HOME/report.json"
npx vitest run --reporter=default --reporter=json --outputFile.json="$report" "$@"
status=$?
node -e '
  const {numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: skipped = 0, testResults = []} =
    JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
  const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  console.log(`${passed} passed, ${failed + broken} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
' "$report" || echo "0 passed, 1 failed"
exit $status
