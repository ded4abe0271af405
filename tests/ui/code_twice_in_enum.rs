use tencent_action::tencent_errors;

#[tencent_errors]
enum TaskError {
    #[tencent(code = "FailedOperation")]
    Failed,
    #[tencent(code = "FailedOperation")]
    Stopped,
    Other(String),
}

fn main() {}
