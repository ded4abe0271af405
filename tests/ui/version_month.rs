use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-17-07")]
struct ManageTask {
    task_id: String,
}

fn main() {}
