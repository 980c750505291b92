#!/usr/bin/env bash
# Starts the built server on a database of its own with the demo company and walks the journeys, or runs another script
# of this folder: run.sh screenshots.mjs. Needs target/flywheel.jar, web/dist, JAVA_HOME and Chromium.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
[ -n "$CHROMIUM" ] || { echo "No Chromium here: the journeys in the browser are left out."; exit 0; }
home=$(mktemp -d)
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')
export FLYWHEEL_DEMO_PASSWORD=a-long-enough-word-for-journeys
log=$root/target/journeys.log
: "${JAVA_HOME:?names no JDK 25}"
: >"$log"
cd "$root"
FLYWHEEL_HOME=$home FLYWHEEL_PORT=$port FLYWHEEL_DEMO=true FLYWHEEL_RATE_LIMIT=100000 FLYWHEEL_SIGN_IN_LIMIT=10000 "$JAVA_HOME/bin/java" -Xmx256m \
  --enable-native-access=ALL-UNNAMED -jar target/flywheel.jar >"$log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$home"' EXIT
for _ in $(seq 240); do
  ! grep -q "The demo company stands" "$log" || break
  kill -0 "$server" 2>/dev/null || { tail -20 "$log"; exit 1; }
  sleep 1
done
export FLYWHEEL_URL=http://localhost:$port
cd web
node "e2e/${1:-journeys.mjs}" "${@:2}"
