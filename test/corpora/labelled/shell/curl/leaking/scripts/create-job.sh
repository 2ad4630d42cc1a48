#!/usr/bin/env bash
set -euo pipefail

order=${1:?usage: create-job.sh ORDER}

curl --fail --silent --show-error \
  --request POST https://submit.atomyx.io/api/jobs \
  --header "Content-Type: application/json" \
  --header "Authorization: Bearer «key:hex»" \
  --data @- <<JSON
{ "externalId": "$order", "callbackURL": "https://shop.printworks.example/hooks/submit" }
JSON
