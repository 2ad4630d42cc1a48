seed <- "«other:hex»"
request("https://submit.atomyx.io/api/jobs") |>
  req_auth_bearer_token(Sys.getenv("SUBMIT_KEY")) |>
  req_body_json(list(externalId = order, metadata = list(seed = seed))) |>
  req_perform()
