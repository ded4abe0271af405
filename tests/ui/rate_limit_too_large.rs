use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 5_000_000_000)]
struct ManageTask {
    task_id: String,
}

fn main() {}
