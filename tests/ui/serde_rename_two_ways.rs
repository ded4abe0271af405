use tencent_action::tencent_data;

#[tencent_data]
enum TaskStatus {
    #[serde(rename(serialize = "WAITING", deserialize = "Waiting"))]
    Waiting,
    Other(String),
}

fn main() {}
