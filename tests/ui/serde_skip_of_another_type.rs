use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
struct DescribeTasks {
    #[serde(skip_serializing_if = "is_zero")]
    task_ids: Vec<String>,
}

fn is_zero(limit: &u64) -> bool {
    *limit == 0
}

fn main() {}
