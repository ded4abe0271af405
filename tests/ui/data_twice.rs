use tencent_action::tencent_data;

#[tencent_data]
#[tencent_data]
struct TaskDetail {
    task_id: String,
}

fn main() {}
