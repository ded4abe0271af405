use tencent_action::tencent_action;

#[tencent_action(service =, version = "2018-07-17")]
struct ManageTask {
    task_id: String,
}

fn main() {}
