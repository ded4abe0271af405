//! The README's first example.

use tencent_action::{Client, tencent_action};

/// Ends a task of Video on Demand before it starts.
#[tencent_action(service = "vod", version = "2018-07-17")]
pub struct ManageTask {
    pub task_id: String,
    pub operation_type: String,
    pub sub_app_id: Option<u64>,
}

#[tokio::main]
async fn main() -> Result<(), tencent_action::Error> {
    let client = Client::from_env()?;
    let task = ManageTask { task_id: "251000333-…".into(), operation_type: "Abort".into(), sub_app_id: None };
    let reply = task.send(&client).await?;
    println!("{}", reply.request_id());
    Ok(())
}
