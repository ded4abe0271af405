use tencent_action::tencent_data;

#[tencent_data]
enum TaskStatus {
    #[serde(skip)]
    Waiting,
    Other(String),
}

fn main() {}
