use tencent_action::tencent_action;

#[tencent_action]
struct ManageTask {
    task_id: String,
}

fn main() {}
