use tencent_action::tencent_errors;

#[tencent_errors]
enum TaskError<'a> {
    FailedOperation,
    Other(&'a str),
}

fn main() {}
