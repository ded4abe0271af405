use tencent_action::{Client, tencent_action};

#[tencent_action(service = "hunyuan", version = "2023-09-01")]
struct ChatCompletions {
    stream: bool,
}

fn main() {
    let client = Client::from_env().unwrap();
    drop(client.stream(&ChatCompletions { stream: true }));
}
