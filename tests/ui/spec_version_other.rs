use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2024-07-18", spec = "specs/vod-2018-07-17.spec")]
struct ManageTask {
    task_id: String,
    operation_type: String,
}

fn main() {}
