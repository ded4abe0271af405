use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17", spec = "specs/vod-2018-07-17.spec")]
struct ManageTask {
    task_id: u64,
    operation_type: String,
}

fn main() {}
