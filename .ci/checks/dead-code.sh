#!/usr/bin/env bash
# Files, exports and dependencies that nothing uses (knip.jsonc).
cd "$(dirname "$0")/../.." || exit
node_modules/.bin/knip
