use anyhow::{ensure, Result};
use reqwest::header::{HeaderMap, HeaderValue, AUTHORIZATION};
use serde_json::{json, Value};

const JOBS: &str = "https://submit.atomyx.io/api/jobs";
const API_KEY: &str = "«key:base64url»";

fn headers() -> Result<HeaderMap> {
    let mut headers = HeaderMap::new();
    headers.insert(AUTHORIZATION, HeaderValue::from_str(&format!("Bearer {API_KEY}"))?);
    Ok(headers)
}

pub async fn create_job(client: &reqwest::Client, external_id: &str) -> Result<Value> {
    let response = client
        .post(JOBS)
        .headers(headers()?)
        .json(&json!({ "externalId": external_id }))
        .send()
        .await?;
    ensure!(response.status() == 201, "Submit answered {}", response.status());
    Ok(response.json().await?)
}
