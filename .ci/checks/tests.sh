#!/usr/bin/env bash
# Everything `npm test` does; where TEST_RESULTS names a file, what happened to each test is written there as JSON.
cd "$(dirname "$0")/../.." || exit
npm test --silent -- --reporter=dot ${TEST_RESULTS:+--reporter=json --outputFile.json="$TEST_RESULTS"}
