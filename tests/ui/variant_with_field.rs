use tencent_action::tencent_data;

#[tencent_data]
enum TaskStatus {
    Waiting { position: u32 },
    Other(String),
}

fn main() {}
