pub fn create(id: &str) -> reqwest::blocking::RequestBuilder {
    reqwest::blocking::Client::new()
        .post("https://submit.atomyx.io/api/jobs")
        .bearer_auth("«key:hex»")
        .json(&serde_json::json!({ "externalId": id }))
}
