k <- "«key:hex»"
request("https://submit.atomyx.io/api/jobs") |>
  req_auth_bearer_token(k) |>
  req_body_json(list(externalId = order)) |>
  req_perform()
