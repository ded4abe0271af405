use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-02-30")]
struct ManageTask {
    task_id: String,
}

fn main() {}
