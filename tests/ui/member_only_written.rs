use tencent_action::tencent_data;

#[tencent_data]
struct TaskDetail {
    status: TaskStatus,
}

#[derive(serde::Serialize)]
struct TaskStatus;

fn main() {}
