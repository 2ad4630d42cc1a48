pub fn create(id: &str) -> reqwest::blocking::RequestBuilder {
    reqwest::blocking::Client::new()
        .post("https://submit.atomyx.io/api/jobs")
        .bearer_auth(env!("SUBMIT_API_KEY"))
        .json(&serde_json::json!({ "externalId": id }))
}

pub fn ping() -> reqwest::blocking::RequestBuilder {
    reqwest::blocking::Client::new().get("https://status.printworks.example").bearer_auth("«other:hex»")
}
