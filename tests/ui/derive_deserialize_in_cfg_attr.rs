use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
#[cfg_attr(all(), derive(Debug, serde::Deserialize), allow(dead_code))]
struct ManageTask {
    task_id: String,
}

fn main() {}
