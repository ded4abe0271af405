use tencent_action::tencent_action;

#[tencent_action(service = "vod")]
struct ManageTask {
    task_id: String,
}

fn main() {}
