open Cohttp
open Cohttp_lwt_unix

let api_key = "«key:hex»"
let jobs = Uri.of_string "https://submit.atomyx.io/api/jobs"

let create_job external_id =
  let headers = Header.of_list [ ("Content-Type", "application/json"); ("Authorization", "Bearer " ^ api_key) ] in
  let body = Cohttp_lwt.Body.of_string (Printf.sprintf {|{"externalId":%S}|} external_id) in
  Client.post ~headers ~body jobs
