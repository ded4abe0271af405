use tencent_action::tencent_data;

#[tencent_data]
enum TaskStatus {
    #[serde(rename = "DONE")]
    Finished,
    #[serde(rename = "DONE")]
    Stopped,
    Other(String),
}

fn main() {}
