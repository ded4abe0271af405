use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
struct ManageTask {
    operation: Operation,
}

struct Operation;

fn main() {}
