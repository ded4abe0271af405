use std::error::Error;

use serde::{Deserialize, Serialize};

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ManageTask {
    task_id: String,
    operation_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sub_app_id: Option<u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Reply {
    response: Response,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Response {
    request_id: String,
}

/// Unsigned: it is what a signature costs that is measured.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    rustls::crypto::ring::default_provider().install_default().map_err(|_| "there is a provider already")?;
    let task_id = std::env::args().nth(1).unwrap_or_default();
    let task = ManageTask { task_id, operation_type: "Abort".into(), sub_app_id: None };
    let client = reqwest::Client::new();
    let request = client.post("https://vod.tencentcloudapi.com/").body(serde_json::to_vec(&task)?);
    let reply: Reply = serde_json::from_slice(&request.send().await?.bytes().await?)?;
    println!("{}", reply.response.request_id);
    Ok(())
}
