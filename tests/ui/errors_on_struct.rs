use tencent_action::tencent_errors;

#[tencent_errors]
struct TaskError {
    code: String,
}

fn main() {}
