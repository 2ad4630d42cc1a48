module Printworks.Submit

open FSharp.Data
open FSharp.Data.HttpRequestHeaders

let private endpoint = "https://submit.atomyx.io/api/jobs"
let private apiKey = "«key:base64url»"

let createJob (externalId: string) =
    Http.RequestString(
        endpoint,
        httpMethod = "POST",
        headers = [ ContentType HttpContentTypes.Json; Authorization(sprintf "Bearer %s" apiKey) ],
        body = TextRequest(sprintf """{"externalId":"%s"}""" externalId)
    )
