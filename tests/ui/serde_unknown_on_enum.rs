use tencent_action::tencent_data;

#[tencent_data]
#[serde(rename_al = "UPPERCASE")]
enum TaskStatus {
    Waiting,
    Other(String),
}

fn main() {}
