#[derive(tencent_action::__private::Action)]
struct ManageTask {
    task_id: String,
}

fn main() {}
