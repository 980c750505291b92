# Shared by the scripts beside it: finds the tools, builds what is missing or older than its sources.
# shellcheck shell=bash
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

fail() {
  echo "$*" >&2
  exit 1
}

say() {
  echo "── $*" >&2
}

# The major version of the JDK in a folder, 0 if there is none; read from its release file, which is quick.
jdk_major() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || { echo 0; return; }
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -1
}

# Sets JAVA_HOME to a JDK 25 or later.
find_java() {
  local on_path candidate
  on_path=$(command -v javac 2>/dev/null || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] || continue
    if [ "$(jdk_major "$candidate")" -ge 25 ] 2>/dev/null; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  fail "A JDK 25 is missing: install one (for example Eclipse Temurin 25), or point JAVA_HOME to it."
}

# Fails unless Node 20.19 or later is on the path.
find_node() {
  local version major minor
  version=$(node --version 2>/dev/null) || fail "Node is missing: install Node 20.19 or later."
  IFS=. read -r major minor _ <<<"${version#v}"
  [ "$major" -gt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -ge 19 ]; } ||
    fail "Node $version is too old: install Node 20.19 or later."
}

# Fails unless Maven is there; on Debian, root gets it.
find_maven() {
  command -v mvn >/dev/null 2>&1 && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing Maven"
    apt-get update -q >&2 && apt-get install -y -q --no-install-recommends maven >&2 || true
  fi
  command -v mvn >/dev/null 2>&1 || fail "Maven is missing: install Maven 3.8 or later (Debian: apt-get install maven)."
}

maven() {
  find_maven
  (cd "$root" && mvn -B -ntp "$@")
}

# Whether $1 is missing or older than anything in the other arguments.
stale() {
  local made=$1
  shift
  [ -e "$made" ] || return 0
  local sources=()
  for source in "$@"; do
    [ ! -e "$source" ] || sources+=("$source")
  done
  [ -n "$(find "${sources[@]}" -type f -newer "$made" -print -quit)" ]
}

install_web() {
  find_node
  if stale "$root/web/node_modules/.package-lock.json" "$root/web/package-lock.json"; then
    say "Fetching what the web UI needs"
    (cd "$root/web" && npm ci --no-audit --no-fund --loglevel=error) >&2
    touch "$root/web/node_modules/.package-lock.json"
  fi
}

build_web() {
  [ -f "$root/web/package.json" ] || return 0
  stale "$root/web/dist/index.html" "$root"/web/{src,public,index.html,package-lock.json,vite.config.ts} || return 0
  install_web
  say "Building the web UI"
  (cd "$root/web" && npm run --silent bundle) >&2
}

jvm_options() {
  local options=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms64m -Xmx256m -Xss512k
    -XX:MaxMetaspaceSize=192m -XX:ReservedCodeCacheSize=96m -XX:MaxDirectMemorySize=48m
    -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED)
  [ ! -e "$root/target/app/ahead" ] || options+=(-Dspring.aot.enabled=true)
  echo "${options[@]}" "${FLYWHEEL_JAVA_OPTIONS:-}"
}

build_server() {
  find_java
  stale "$root/target/app/flywheel.jar" "$root"/{src/main,apps,schema,pom.xml} || return 0
  say "Building the server (the first time takes some minutes)"
  maven -q -DskipTests package >&2
  rm -rf "$root/target/app"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$root/target/flywheel.jar" extract --destination "$root/target/app" >&2
  wire_server
  touch "$root/target/app/flywheel.jar"
}

# Spring looks for components once, here, instead of at every start. Not having it is no fault.
wire_server() {
  local work=$root/target/ahead app=$root/target/app
  rm -rf "$work"
  mkdir -p "$work/classes"
  # Without the environment, whose settings are for the start and must not be built in.
  if (cd "$root" && env -i PATH="$PATH" "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -cp target/app/flywheel.jar org.springframework.boot.SpringApplicationAotProcessor io.flywheel.Flywheel \
    "$work/sources" "$work/resources" "$work/classes" io.flywheel flywheel &&
    find "$work/sources" -name '*.java' >"$work/list" &&
    "$JAVA_HOME/bin/javac" -J-XX:+UseSerialGC -J-XX:TieredStopAtLevel=1 -nowarn -proc:none \
      -cp "$work/classes:$app/flywheel.jar" -d "$work/classes" "@$work/list" &&
    "$JAVA_HOME/bin/jar" uf "$app/flywheel.jar" -C "$work/classes" .) >"$root/target/ahead.log" 2>&1; then
    touch "$app/ahead"
  else
    say "Spring could not be prepared (see target/ahead.log); starts take a little longer"
  fi
}

# A start and first requests remembered by the JDK, which halves every later start. Not having it is no fault.
train_server() {
  local cache=$root/target/app/flywheel.aot home=$root/target/training log=$root/target/training.log server
  [ ! -e "$cache" ] || return 0
  say "Preparing quick starts"
  rm -rf "$home"
  : >"$log"
  # shellcheck disable=SC2046
  (cd "$root" && exec env FLYWHEEL_HOME="$home" FLYWHEEL_PORT=0 FLYWHEEL_DATABASE_URL= FLYWHEEL_DEMO=false FLYWHEEL_LOG=text \
    "$JAVA_HOME/bin/java" $(jvm_options) -XX:AOTCacheOutput="$cache" -jar target/app/flywheel.jar) >>"$log" 2>&1 &
  server=$!
  # shellcheck disable=SC2064
  trap "kill $server 2>/dev/null" EXIT
  node "$root/bin/training.mjs" "$log" "$server" >>"$log" 2>&1 || true
  kill "$server" 2>/dev/null || true
  wait "$server" || true
  trap - EXIT
  [ -e "$cache" ] || say "That did not work (see target/training.log); starts take a little longer"
  rm -rf "$home"
}
