use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
struct ManageTask {
    #[serde(rename(serialize = "TaskID", deserialize = "TaskId"))]
    task_id: String,
}

fn main() {}
