use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17", spec = "specs/vod-2018-07-17.spec")]
struct ManageTask {
    task_id: String,
    sub_app_id: Option<u64>,
}

fn main() {}
