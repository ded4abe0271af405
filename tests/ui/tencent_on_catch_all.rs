use tencent_action::tencent_errors;

#[tencent_errors]
enum TaskError {
    FailedOperation,
    #[tencent(code = "InternalError")]
    Other(String),
}

fn main() {}
