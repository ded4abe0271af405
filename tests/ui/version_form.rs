use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "20180717")]
struct ManageTask {
    task_id: String,
}

fn main() {}
