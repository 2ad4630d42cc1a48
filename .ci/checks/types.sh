#!/usr/bin/env bash
# Sources, tests, scripts and configuration: every project that tsconfig.json refers to.
cd "$(dirname "$0")/../.." || exit
node_modules/.bin/tsc -b
