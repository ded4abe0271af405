use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17", spec = "specs/vod-2018-07-17.spec")]
struct DescribeTasks {
    create_time: Option<String>,
}

fn main() {}
