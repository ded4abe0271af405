use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17", spec = "specs/vod-2018-07-17.spec")]
struct ManageTasks {
    task_id: String,
    operation_type: String,
}

fn main() {}
