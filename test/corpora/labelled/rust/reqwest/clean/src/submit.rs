use anyhow::{ensure, Context, Result};
use reqwest::header::{HeaderMap, HeaderValue, AUTHORIZATION};
use serde_json::{json, Value};

const JOBS: &str = "https://submit.atomyx.io/api/jobs";
const SCHEMA_SHA256: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

fn headers() -> Result<HeaderMap> {
    let api_key = std::env::var("ATOMYX_SUBMIT_API_KEY").context("ATOMYX_SUBMIT_API_KEY is not set")?;
    let mut headers = HeaderMap::new();
    headers.insert(AUTHORIZATION, HeaderValue::from_str(&format!("Bearer {api_key}"))?);
    Ok(headers)
}

pub async fn create_job(client: &reqwest::Client, external_id: &str) -> Result<Value> {
    let response = client
        .post(JOBS)
        .headers(headers()?)
        .json(&json!({ "externalId": external_id, "metadata": { "schema": SCHEMA_SHA256 } }))
        .send()
        .await?;
    ensure!(response.status() == 201, "Submit answered {}", response.status());
    Ok(response.json().await?)
}
