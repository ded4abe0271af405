use tencent_action::tencent_data;

#[tencent_data(krate = my::tencent_action)]
struct TaskDetail {
    task_id: String,
}

fn main() {}
