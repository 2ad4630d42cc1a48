const BASE: &str = "https://submit.atomyx.io/api";
static CREDENTIAL: &str = "«key:base64url»";

pub async fn create(job: &Job) -> reqwest::Result<reqwest::Response> {
    reqwest::Client::new().post(format!("{}/jobs", BASE)).bearer_auth(CREDENTIAL).json(job).send().await
}
