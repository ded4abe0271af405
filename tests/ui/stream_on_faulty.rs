use tencent_action::{Client, Error, EventStream, tencent_action, tencent_data};

#[tencent_action(service = "hunyuan", version = "2023-09-31", stream = Chunk)]
struct ChatCompletions {
    stream: bool,
}

#[tencent_data]
struct Chunk {
    note: String,
}

async fn chat(client: Client) -> Result<EventStream<Chunk>, Error> {
    let chat = ChatCompletions { stream: true };
    client.stream(&chat).await?;
    chat.stream(&client).await
}

fn main() {
    drop(chat);
}
