use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
#[serde(rename_all = "camelCase", rename_all = "UPPERCASE")]
struct ManageTask {
    task_id: String,
}

fn main() {}
