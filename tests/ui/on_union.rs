use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
union ManageTask {
    task_id: u64,
}

fn main() {}
