#!/bin/bash
args=(
  --silent
  -H 'Content-Type: application/json'
  -H 'Authorization: Bearer «key:hex»'
)
curl "${args[@]}" https://submit.atomyx.io/api/jobs -d @-
