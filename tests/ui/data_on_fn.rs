use tencent_action::tencent_data;

#[tencent_data]
fn task_detail() {}

fn main() {}
