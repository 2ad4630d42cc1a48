library(httr2)

submit_key <- Sys.getenv("ATOMYX_SUBMIT_API_KEY")

create_job <- function(external_id) {
  request("https://submit.atomyx.io/api") |>
    req_url_path_append("jobs") |>
    req_auth_bearer_token(submit_key) |>
    req_body_json(list(externalId = external_id)) |>
    req_perform() |>
    resp_body_json()
}
