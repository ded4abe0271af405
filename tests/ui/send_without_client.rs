use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
struct ManageTask {
    task_id: String,
}

async fn manage(task: ManageTask) {
    let client = "vod.tencentcloudapi.com";
    task.send(&client).await.unwrap();
}

fn main() {
    drop(manage);
}
