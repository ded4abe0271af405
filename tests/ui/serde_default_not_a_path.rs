use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
struct ManageTask {
    #[serde(default = "1 + 1")]
    task_id: String,
}

fn main() {}
