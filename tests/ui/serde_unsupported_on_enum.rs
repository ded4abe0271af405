use tencent_action::tencent_data;

#[tencent_data]
#[serde(untagged)]
enum TaskStatus {
    Waiting,
    Other(String),
}

fn main() {}
