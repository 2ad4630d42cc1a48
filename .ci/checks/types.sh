#!/usr/bin/env bash
# Sources, tests, scripts and configuration: every project, whether tsconfig.json refers to it (for editors) or not.
cd "$(dirname "$0")/../.." || exit
node_modules/.bin/tsc -b rules packages/*/ test .ci
