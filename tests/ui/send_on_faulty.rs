use tencent_action::{Client, Reply, tencent_action};

#[tencent_action(service = "vod", version = "2018-02-30")]
struct ManageTask {
    task_id: String,
}

async fn manage(client: Client) -> Result<Reply<tencent_action::Empty>, tencent_action::Error> {
    let task = ManageTask { task_id: String::new() };
    client.call(&task).await?;
    task.send(&client).await
}

fn main() {
    drop(manage);
}
