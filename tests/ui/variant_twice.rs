use tencent_action::tencent_data;

#[tencent_data]
enum TaskStatus {
    Waiting,
    Other,
    Other(String),
}

fn main() {}
