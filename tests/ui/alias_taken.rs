use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
struct ManageTask {
    instance_id: String,
    #[serde(alias = "InstanceId")]
    instance: String,
}

fn main() {}
