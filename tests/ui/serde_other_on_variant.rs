use tencent_action::tencent_data;

#[tencent_data]
enum TaskStatus {
    Waiting,
    #[serde(other)]
    Other,
}

fn main() {}
