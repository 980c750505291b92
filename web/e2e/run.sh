#!/usr/bin/env bash
# Starts the built server on a database of its own and lets the journeys take a first look. Needs target/flywheel.jar,
# web/dist, JAVA_HOME and Chromium.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
[ -n "$chromium" ] || { echo "No Chromium here: the journeys in the browser are left out."; exit 0; }
home=$(mktemp -d)
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')
cd "$root"
FLYWHEEL_HOME=$home FLYWHEEL_PORT=$port FLYWHEEL_DEMO=false "$JAVA_HOME/bin/java" -Xmx256m \
  --enable-native-access=ALL-UNNAMED -jar target/flywheel.jar >"$root/target/journeys.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$home"' EXIT
for _ in $(seq 180); do
  curl -s -o /dev/null "http://localhost:$port/api/me" && break
  kill -0 "$server" 2>/dev/null || { tail -20 "$root/target/journeys.log"; exit 1; }
  sleep 1
done
(cd web && FLYWHEEL_URL=http://localhost:$port CHROMIUM=$chromium npm run --silent journey)
