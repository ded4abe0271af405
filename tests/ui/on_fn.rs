use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
fn manage_task() {}

fn main() {}
