//! The process that is started.

use tencent_action::Client;

use crate::subject::{ManageTask, REGION, credential};
use crate::{client, tls};

/// Makes a client, calls once, and says that it is answered.
pub(crate) fn run(who: &str, url: &str, root: &str) -> Result<(), String> {
    let root = std::fs::read(root).map_err(|error| error.to_string())?;
    client::runtime().block_on(async {
        match who {
            "reqwest" => reqwest(url, root).await.map_err(|error| format!("{error:?}")),
            _ => ours(url, root, who != "ours").await.map_err(|error| error.to_string()),
        }
    })?;
    println!("answered");
    Ok(())
}

async fn ours(url: &str, root: Vec<u8>, only: bool) -> Result<(), tencent_action::Error> {
    let client = Client::builder().without_env().region(REGION).endpoint(url).credentials(credential());
    let client = client.root_certificate(root).only_root_certificates(only).build()?;
    ManageTask::small().send(&client).await.map(drop)
}

async fn reqwest(url: &str, root: Vec<u8>) -> Result<(), Box<dyn std::error::Error>> {
    let client = reqwest::Client::builder().no_proxy().tls_backend_preconfigured(tls::config(vec![root])?).build()?;
    client.post(url).body("{}").send().await?.bytes().await?;
    Ok(())
}
