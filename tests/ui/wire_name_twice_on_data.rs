use tencent_action::tencent_data;

#[tencent_data]
struct TaskDetail {
    task_id: String,
    #[serde(rename = "TaskId")]
    id: String,
}

fn main() {}
