use tencent_action::tencent_data;

#[tencent_data]
struct TaskDetail(String);

fn main() {}
