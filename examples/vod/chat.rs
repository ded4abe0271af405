//! A chat whose answer streams, declared as far as the examples need it.

use tencent_action::fake::{FakeCloud, StreamItem};
use tencent_action::{ApiError, tencent_action, tencent_data};

/// Asks the model; it answers word by word (hunyuan, api/1729/105701).
#[tencent_action(
    service = "hunyuan",
    version = "2023-09-01",
    stream = Chunk,
    rate_limit = 5,
    spec = "hunyuan-2023-09-01.spec"
)]
// The lock says that it is: the vendor wants new programs elsewhere. It answers, and shows what a stream is.
#[allow(deprecated)]
#[derive(Debug, Clone)]
pub struct ChatCompletions {
    /// The model, as `hunyuan-lite`.
    pub model: String,
    /// The talk so far, the question last.
    pub messages: Vec<Message>,
    /// Whether to answer in chunks.
    pub stream: Option<bool>,
}

/// Something said.
#[tencent_data(spec = "hunyuan-2023-09-01.spec")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Message {
    /// Who says it: `system`, `user` or `assistant`.
    pub role: Option<String>,
    /// What.
    pub content: Option<String>,
}

/// A piece of the answer.
#[tencent_data(spec = "hunyuan-2023-09-01.spec", name = "ChatCompletionsResponse")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chunk {
    /// One, unless more were asked for.
    pub choices: Vec<Choice>,
}

/// A piece of one answer.
#[tencent_data(spec = "hunyuan-2023-09-01.spec")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is new.
    pub delta: Option<Message>,
    /// Why it ends here: `stop`, or `sensitive`; empty in between.
    pub finish_reason: Option<String>,
}

/// Registers a model that says the question again.
pub(crate) fn open(cloud: &FakeCloud) {
    cloud.on_stream(|request: ChatCompletions| {
        let Some(Message { content: Some(question), .. }) = request.messages.last().cloned() else {
            return Err(ApiError::new("InvalidParameterValue", "The last message is the question, and there is none."));
        };
        let words: Vec<_> = question.split_inclusive(' ').map(|word| chunk(word, "")).collect();
        Ok(words.into_iter().chain([chunk("", "stop")]))
    });
}

fn chunk(word: &str, finish_reason: &str) -> StreamItem<Chunk> {
    let delta = Message { role: Some("assistant".to_owned()), content: Some(word.to_owned()) };
    let choice = Choice { delta: Some(delta), finish_reason: Some(finish_reason.to_owned()) };
    StreamItem::Chunk(Chunk { choices: vec![choice] })
}
