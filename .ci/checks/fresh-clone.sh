#!/usr/bin/env bash
# What a stranger does: clones what is committed onto a machine with nothing but Node.js and git (an empty home folder,
# no npm cache, a folder with a space in its name), types `npm start`, sees the findings in the leaking example, and none
# in the mended one, without another set-up.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/home"
git clone --quiet . "$place/a clone" || exit
cd "$place/a clone" || exit

# Status that is expected, then arguments of npm start.
start() {
  local expected=$1
  shift
  env -u XDG_CACHE_HOME -u XDG_DATA_HOME -u XDG_STATE_HOME -u INIT_CWD \
    HOME="$place/home" npm_config_cache="$place/cache" npm start -- "$@" >"$place/out" 2>"$place/err"
  local status=$?
  cat "$place/err" "$place/out"
  if [ "$status" -ne "$expected" ]; then
    echo "npm start -- $* ended with $status and not with $expected."
    exit 1
  fi
}

start 1
if ! grep -q 'no-hardcoded-key' "$place/out" || ! grep -q 'examples/leaking/' "$place/out"; then
  echo 'npm start shows no finding in the example.'
  exit 1
fi
start 0 examples/mended
if grep -q 'Installing\|Building' "$place/err"; then
  echo 'npm start sets up a second time.'
  exit 1
fi
