//! Streams: an answer that comes chunk by chunk, as server-sent events.

mod answer;
mod events;
mod parser;

pub(crate) use self::answer::{Answer, is_stream};

use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use http::HeaderMap;
use serde::de::DeserializeOwned;

use crate::error::Error;

/// The chunks of an answer, as they come.
///
/// A call of an action with `stream = …` gives it once the stream has begun: see [`Client::stream`](crate::Client::stream).
/// [`next`](Self::next) gives a chunk after the other; it is a [`Stream`] as well, for those who have a crate of
/// combinators. Dropping it closes the connection, which is how a stream is given up.
///
/// # Example
///
/// ```
/// use tencent_action::fake::{FakeCloud, StreamItem};
/// use tencent_action::{tencent_action, tencent_data};
///
/// /// Asks the model, and reads its answer while it is being written.
/// #[tencent_action(service = "hunyuan", version = "2023-09-01", stream = Chunk)]
/// struct ChatCompletions {
///     model: String,
///     messages: Vec<Message>,
///     stream: bool,
/// }
///
/// #[tencent_data]
/// struct Message {
///     role: String,
///     content: String,
/// }
///
/// #[tencent_data]
/// struct Chunk {
///     choices: Vec<Choice>,
/// }
///
/// #[tencent_data]
/// struct Choice {
///     delta: Message,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let cloud = FakeCloud::start()?;
/// # cloud.on_stream(|_: ChatCompletions| {
/// #     let said = |word: &str| Message { role: "assistant".into(), content: word.into() };
/// #     Ok(["To", " be", "."].map(|word| StreamItem::Chunk(Chunk { choices: vec![Choice { delta: said(word) }] })))
/// # });
/// # let client = cloud.client().build()?;
/// let question = Message { role: "user".into(), content: "To be or not to be?".into() };
/// let chat = ChatCompletions { model: "hunyuan-lite".into(), messages: vec![question], stream: true };
///
/// let mut chunks = chat.stream(&client).await?;
/// let mut text = String::new();
/// while let Some(chunk) = chunks.next().await {
///     text += &chunk?.choices[0].delta.content;
/// }
/// assert_eq!(text, "To be.");
/// # Ok(())
/// # }
/// ```
///
/// # How it ends
///
/// With the end of the response, or with an event `[DONE]`, as some services send one; or with an error, after which
/// nothing comes. All of these have the request id, and [may have run](Error::may_have_run):
///
/// - An event is an error of the API, in one of the forms that services use for it, or by its name, `event: error`:
///   [`Error::api`] gives it.
/// - Nothing came for too long, see [`Call::idle_timeout`](crate::Call::idle_timeout): [`Error::is_timeout`] tells.
/// - The connection broke.
/// - An event isn't JSON, or doesn't fit the declared chunk, with the [leniency] that replies are read with.
/// - An event is larger than [`ClientBuilder::response_limit`](crate::ClientBuilder::response_limit), which is no limit
///   of the stream as a whole.
///
/// A service that leaves without a word, in the middle of its text, can't be told from one that has finished: look at
/// what its last chunk says, as Hunyuan's `FinishReason`.
///
/// # An answer that doesn't stream
///
/// Some actions stream only if asked to. The head of the response decides, so an ordinary answer is a stream of one
/// chunk: its data, read as one. So is one whose head says that it is a stream, if its first line begins with `{`; there,
/// an error of the API comes as the first thing to be read, and only it knows whether the operation
/// [may have run](Error::may_have_run).
///
/// [leniency]: crate::guide::declaring#what-is-forgiven
#[must_use = "a stream that is dropped closes its connection"]
pub struct EventStream<T> {
    answer: Answer,
    chunk: PhantomData<fn() -> T>,
}

impl<T> EventStream<T> {
    pub(crate) fn new(answer: Answer) -> Self {
        Self { answer, chunk: PhantomData }
    }

    /// The id that the vendor's support asks for, from the header `X-TC-RequestId`. Empty if the server sent none.
    pub fn request_id(&self) -> &str {
        self.answer.request_id().unwrap_or_default()
    }

    /// The headers of the HTTP response.
    pub fn headers(&self) -> &HeaderMap {
        self.answer.headers()
    }
}

impl<T: DeserializeOwned> EventStream<T> {
    /// The next chunk; `None` at the end, and after an error.
    ///
    /// Nothing is lost if the future is dropped before it is done, as `select!` does.
    ///
    /// # Errors
    ///
    /// See [How it ends](Self#how-it-ends).
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

impl<T: DeserializeOwned> Stream for EventStream<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let answer = &mut self.get_mut().answer;
        let piece = ready!(answer.poll(cx));
        Poll::Ready(piece.map(|piece| answer.decode(piece?)))
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream").field("request_id", &self.request_id()).finish_non_exhaustive()
    }
}
