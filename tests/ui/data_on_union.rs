use tencent_action::tencent_data;

#[tencent_data]
union TaskDetail {
    task_id: u64,
}

fn main() {}
