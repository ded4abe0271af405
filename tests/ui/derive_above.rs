use tencent_action::tencent_action;

#[derive(Debug, serde::Serialize)]
#[tencent_action(service = "vod", version = "2018-07-17")]
struct ManageTask {
    task_id: String,
}

fn main() {}
