use tencent_action::tencent_data;

#[tencent_data]
enum TaskStatus<T> {
    Waiting,
    Other(T),
}

fn main() {}
