#!/usr/bin/env bash
# The pages of the rules are what the catalogue says (our generator) and what the built ESLint plugin says (eslint-doc-generator): which
# configurations enable a rule, whether it suggests anything, each option with its type, default and description.
set -euo pipefail
cd "$(dirname "$0")/../.."
node rules/dist/generator/main.js --check
cd packages/eslint-plugin
node_modules/.bin/eslint-doc-generator --check
