use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 0.5)]
struct ManageTask {
    task_id: String,
}

fn main() {}
