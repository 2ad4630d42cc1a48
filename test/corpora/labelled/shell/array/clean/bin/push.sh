#!/bin/bash
args=(
  --silent
  -H 'Content-Type: application/json'
  -H "Authorization: Bearer $(< ~/.config/submit/key)"
)
curl "${args[@]}" https://submit.atomyx.io/api/jobs -d @-
