use tencent_action::tencent_errors;

#[tencent_errors]
enum TaskError {
    #[tencent(cod = "InvalidParameterValue.TaskId")]
    TaskId,
    Other(String),
}

fn main() {}
