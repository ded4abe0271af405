use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
struct ManageTask {
    r#type: String,
    type_: String,
}

fn main() {}
