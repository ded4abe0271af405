use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
struct ManageTask {
    task_id: String,
    task_id: u64,
}

fn main() {}
