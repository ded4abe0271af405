use tencent_action::tencent_errors;

#[tencent_errors]
enum TaskError {
    #[serde(rename = "FailedOperation.NoSuchTask")]
    NoSuchTask,
    Other(String),
}

fn main() {}
