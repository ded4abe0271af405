use tencent_action::tencent_errors;

#[tencent_errors]
#[tencent_errors]
enum TaskError {
    FailedOperation,
    Other(String),
}

fn main() {}
