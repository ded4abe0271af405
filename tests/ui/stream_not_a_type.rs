use tencent_action::tencent_action;

#[tencent_action(service = "hunyuan", version = "2023-09-01", stream = "Chunk")]
struct ChatCompletions {
    model: String,
}

fn main() {}
