use tencent_action::tencent_data;

#[tencent_data(service = "vod")]
struct TaskDetail {
    task_id: String,
}

fn main() {}
