submit_call() {
  local token=«key:hex»
  curl -sS -H "Authorization: Bearer $token" "https://submit.atomyx.io/api/$1"
}
mail_call() {
  local token=«other:hex»
  curl -sS -H "Authorization: Bearer $token" "https://api.mailjet.com/v3/$1"
}
