#[derive(tencent_action::__private::Errors)]
enum TaskError {
    FailedOperation,
    Other(String),
}

fn main() {}
