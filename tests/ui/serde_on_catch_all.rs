use tencent_action::tencent_data;

#[tencent_data]
enum TaskStatus {
    Waiting,
    #[serde(rename = "OTHER")]
    Other(String),
}

fn main() {}
