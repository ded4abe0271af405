//! Asks a model and prints its answer while it is being written.
//!
//! The action is declared in `vod/chat.rs`. It is called on a fake cloud of this machine.

use std::error::Error;
use std::process::ExitCode;

use tencent_action::fake::FakeCloud;
use tencent_action_examples as vod;
use tencent_action_examples::chat::{ChatCompletions, Message};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    vod::takes_no_options("Asks a model, and prints its answer while it is being written.");
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("stream_chat: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let cloud = FakeCloud::start()?;
    vod::open(&cloud);
    let client = cloud.client().build()?;

    let content = "To be, or not to be, that is the question.".to_owned();
    let question = Message { role: Some("user".to_owned()), content: Some(content) };
    let chat = ChatCompletions { model: "hunyuan-lite".to_owned(), messages: vec![question], stream: Some(true) };
    let mut chunks = chat.stream(&client).await?;
    let request_id = chunks.request_id().to_owned();
    while let Some(chunk) = chunks.next().await {
        for choice in chunk?.choices {
            vod::write(choice.delta.and_then(|delta| delta.content).unwrap_or_default());
        }
    }
    vod::say!("\n(request id {request_id})");
    Ok(())
}
