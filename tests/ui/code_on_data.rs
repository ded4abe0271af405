use tencent_action::tencent_data;

#[tencent_data]
enum TaskStatus {
    #[tencent(code = "WAITING")]
    Waiting,
    Other(String),
}

fn main() {}
