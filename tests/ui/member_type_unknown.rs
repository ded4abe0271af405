// One error, at the name: the compiler once crashed on this.
use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
struct DescribeTasks {
    filter: Option<Filter>,
}

fn main() {}
