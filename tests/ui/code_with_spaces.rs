use tencent_action::tencent_errors;

#[tencent_errors]
enum TaskError {
    #[tencent(code = "Failed Operation")]
    FailedOperation,
    Other(String),
}

fn main() {}
