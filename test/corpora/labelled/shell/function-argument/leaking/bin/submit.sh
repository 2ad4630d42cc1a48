submit() {
  local key="$1"; shift
  curl -sf -H "Authorization: Bearer $key" "https://submit.atomyx.io/api/jobs" "$@"
}

submit "«key:hex»" -d '{"externalId":"1"}'
