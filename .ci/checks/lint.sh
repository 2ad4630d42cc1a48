#!/usr/bin/env bash
cd "$(dirname "$0")/../.." || exit
node_modules/.bin/eslint .
