use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
#[expect(non_camel_case_types)]
struct manage_task;

fn main() {}
