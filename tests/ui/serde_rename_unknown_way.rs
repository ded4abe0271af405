use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
struct ManageTask {
    #[serde(rename(serialise = "TaskID"))]
    task_id: String,
}

fn main() {}
