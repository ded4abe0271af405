use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
struct ManageTask {
    instance_id: String,
    #[serde(rename = "InstanceId")]
    instance: String,
}

fn main() {}
