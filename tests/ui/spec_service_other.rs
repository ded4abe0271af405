use tencent_action::tencent_action;

#[tencent_action(service = "live", version = "2018-07-17", spec = "specs/vod-2018-07-17.spec")]
struct ManageTask {
    task_id: String,
    operation_type: String,
}

fn main() {}
