use tencent_action::tencent_data;

#[tencent_data]
#[derive(Debug, serde::Serialize)]
struct TaskDetail {
    task_id: String,
}

fn main() {}
