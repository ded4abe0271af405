use tencent_action::tencent_errors;

#[tencent_errors(code = "FailedOperation")]
enum TaskError {
    #[tencent(code = "")]
    FailedOperation,
    #[tencent(cod = "InvalidParameterValue.TaskId")]
    TaskId,
    #[serde(rename = "InternalError")]
    InternalError,
    #[tencent(code = "InternalError")]
    Internal,
    Other(String),
    Unknown(String),
}

fn main() {}
