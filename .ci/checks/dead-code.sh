#!/usr/bin/env bash
# Files, exports and dependencies that nothing uses (knip.json).
cd "$(dirname "$0")/../.." || exit
node_modules/.bin/knip
