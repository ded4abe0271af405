use tencent_action::tencent_errors;

#[tencent_errors]
enum TaskError {
    #[tencent(code = "FailedOperation", code = "InternalError")]
    FailedOperation,
    Other(String),
}

fn main() {}
