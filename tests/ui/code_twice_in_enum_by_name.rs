use tencent_action::tencent_errors;

#[tencent_errors]
enum TaskError {
    FailedOperation,
    #[tencent(code = "FailedOperation")]
    Failed,
    Other(String),
}

fn main() {}
