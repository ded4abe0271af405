use tencent_action::{Client, Error, tencent_action};

#[tencent_action(service = "vod", version = "2018-07-17")]
struct ManageTask {
    task_id: String,
    operation_type: String,
    sub_app_id: Option<u64>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let client = Client::from_env()?;
    let task_id = std::env::args().nth(1).unwrap_or_default();
    let reply = ManageTask { task_id, operation_type: "Abort".into(), sub_app_id: None }.send(&client).await?;
    println!("{}", reply.request_id());
    Ok(())
}
