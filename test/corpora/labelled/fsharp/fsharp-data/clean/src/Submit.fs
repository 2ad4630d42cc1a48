module Printworks.Submit

open System
open FSharp.Data
open FSharp.Data.HttpRequestHeaders

let private endpoint = "https://submit.atomyx.io/api/jobs"
let private apiKey = Environment.GetEnvironmentVariable "ATOMYX_SUBMIT_API_KEY"

let createJob (externalId: string) =
    Http.RequestString(
        endpoint,
        httpMethod = "POST",
        headers = [ ContentType HttpContentTypes.Json; Authorization(sprintf "Bearer %s" apiKey) ],
        body = TextRequest(sprintf """{"externalId":"%s"}""" externalId)
    )
