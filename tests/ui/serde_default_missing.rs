use serde::{Deserialize, Serialize};
use tencent_action::tencent_action;

#[derive(Serialize, Deserialize)]
struct Filter {
    name: String,
}

#[tencent_action(service = "vod", version = "2018-07-17")]
struct DescribeTasks {
    limit: Option<u64>,
    #[serde(default)]
    filter: Filter,
}

fn main() {}
