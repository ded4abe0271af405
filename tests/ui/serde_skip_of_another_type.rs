use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
struct DescribeTasks {
    #[serde(skip_serializing_if = "str::is_empty")]
    task_ids: Vec<String>,
}

fn main() {}
