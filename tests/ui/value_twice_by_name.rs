use tencent_action::tencent_data;

#[tencent_data]
enum TaskStatus {
    Done,
    #[serde(rename = "Done")]
    Finished,
    Other(String),
}

fn main() {}
