#!/usr/bin/env bash
# Runs every generator; fails when that changes, adds or removes a file. Works in a tree with uncommitted work, too.
set -euo pipefail
cd "$(dirname "$0")/../.."
index=$(mktemp)
trap 'rm -f "$index"' EXIT

# The work tree as it is now, as a git tree; made with an index of our own.
snapshot() {
  cp "$(git rev-parse --git-path index)" "$index"
  GIT_INDEX_FILE=$index git add --all
  GIT_INDEX_FILE=$index git write-tree
}

before=$(snapshot)
npm run --silent generate
after=$(snapshot)
if ! git diff --exit-code --stat --patch "$before" "$after" --; then
  echo 'The files above differ from what their generators write. Commit what the generators wrote, or mend their sources.'
  exit 1
fi
