use tencent_action::tencent_data;

#[tencent_data]
struct TaskDetail {
    status: Option<TaskStatus>,
}

struct TaskStatus;

fn main() {}
