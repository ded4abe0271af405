use tencent_action::tencent_errors;

#[tencent_errors]
#[tencent(code = "FailedOperation")]
enum TaskError {
    FailedOperation,
    Other(String),
}

fn main() {}
