use tencent_action::tencent_data;

#[tencent_data]
enum TaskStatus {
    #[serde(renam = "WAITING")]
    Waiting,
    Other(String),
}

fn main() {}
