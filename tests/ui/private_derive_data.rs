#[derive(tencent_action::__private::Data)]
struct TaskDetail {
    task_id: String,
}

fn main() {}
