use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
#[cfg_attr(all(), derive(serde::Serialize))]
struct ManageTask {
    task_id: String,
}

fn main() {}
