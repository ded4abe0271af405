//! Answers that come chunk by chunk.

mod closing;
mod faults;
mod idle;
mod wire;

use std::future::poll_fn;
use std::pin::Pin;

use futures_core::Stream;
use tencent_action::fake::{FakeCloud, StreamItem};
use tencent_action::{ApiError, Client, Error, EventStream, StreamingAction, tencent_action, tencent_data};

/// An action that streams, and can do without.
#[tencent_action(service = "hunyuan", version = "2023-09-01", stream = Chunk, response = Chunk)]
#[derive(Debug, Clone)]
struct ChatCompletions {
    prompt: String,
    stream: Option<bool>,
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
struct Chunk {
    text: String,
    created: Option<u64>,
}

fn chat() -> ChatCompletions {
    ChatCompletions { prompt: "Well?".to_owned(), stream: Some(true) }
}

fn chunk(text: &str) -> Chunk {
    Chunk { text: text.to_owned(), created: Some(1_700_549_760) }
}

fn item(text: &str) -> StreamItem<Chunk> {
    StreamItem::Chunk(chunk(text))
}

/// Has the cloud answer every chat with these items.
fn answer_with(cloud: &FakeCloud, items: impl IntoIterator<Item = StreamItem<Chunk>>) {
    let items: Vec<_> = items.into_iter().collect();
    cloud.on_stream(move |_: ChatCompletions| Ok(items.clone()));
}

/// A client of a cloud that does.
fn client_of(items: impl IntoIterator<Item = StreamItem<Chunk>>) -> Client {
    let cloud = FakeCloud::in_process();
    answer_with(&cloud, items);
    cloud.client().build().unwrap()
}

/// The texts of a stream, and the error that it ended with. Nothing comes after its end.
async fn read(mut chunks: EventStream<Chunk>) -> (Vec<String>, Option<Error>) {
    let mut texts = Vec::new();
    let mut last = None;
    while let Some(chunk) = chunks.next().await {
        assert!(last.is_none(), "after the error {last:?} comes {chunk:?}");
        match chunk {
            Ok(chunk) => texts.push(chunk.text),
            Err(error) => last = Some(error),
        }
    }
    for _ in 0..2 {
        assert!(chunks.next().await.is_none());
    }
    (texts, last)
}

#[tokio::test]
async fn chunks_come_as_they_are_declared_by_either_way() {
    let listening = FakeCloud::start().unwrap();
    for cloud in [FakeCloud::in_process(), listening] {
        cloud.on_stream(|chat: ChatCompletions| {
            assert_eq!((chat.prompt.as_str(), chat.stream), ("Well?", Some(true)));
            Ok(["To be", "", "ou 不要😀\r\n\n"].map(item))
        });
        let client = cloud.client().build().unwrap();
        let mut chunks = chat().stream(&client).region("ap-guangzhou").await.unwrap();
        let id = chunks.request_id().to_owned();
        assert_eq!(chunks.headers()["content-type"], "text/event-stream");
        assert_eq!(chunks.headers()["x-tc-requestid"], id.as_str());
        assert_eq!(chunks.next().await.unwrap().unwrap(), chunk("To be"));
        assert_eq!(format!("{chunks:?}"), format!("EventStream {{ request_id: {id:?}, .. }}"));
        let (texts, error) = read(chunks).await;
        assert_eq!(texts, ["", "ou 不要😀\r\n\n"]);
        assert!(error.is_none(), "{error:?}");

        let received = cloud.received();
        assert_eq!((received.len(), received[0].region.as_deref()), (1, Some("ap-guangzhou")));
        assert_eq!(received[0].to_string(), format!("hunyuan ChatCompletions: ok (request id {id})"));
        assert_eq!(received[0].parameters["Prompt"], "Well?");
    }
}

#[tokio::test]
async fn an_error_before_the_stream_is_an_error_of_the_call() {
    let listening = FakeCloud::start().unwrap();
    for cloud in [FakeCloud::in_process(), listening] {
        cloud.on_stream(|_: ChatCompletions| {
            Err::<Vec<_>, _>(ApiError::new("InvalidParameter", "Temperature must be 2 or less."))
        });
        let client = cloud.client().build().unwrap();
        let error = chat().stream(&client).await.unwrap_err();
        assert_eq!(error.code(), Some("InvalidParameter"));
        assert!(!error.may_have_run(), "{error}");
        let received = cloud.received();
        assert_eq!(error.request_id(), Some(received[0].request_id.as_str()));
        assert_eq!(received[0].error.as_ref(), error.api());
    }
}

#[tokio::test]
async fn requests_of_streams_are_checked_as_any_other() {
    let cloud = FakeCloud::in_process();
    answer_with(&cloud, [item("a")]);
    let parameters = serde_json::json!({ "Prompt": "Well?", "Tone": "kind" });
    let client = cloud.client().build().unwrap();
    let error = client.call_json("hunyuan", "2023-09-01", "ChatCompletions", &parameters).await.unwrap_err();
    assert_eq!(error.code(), Some("UnknownParameter"));

    let stranger = cloud.client().credentials(crate::support::credential()).build().unwrap();
    let error = chat().stream(&stranger).await.unwrap_err();
    assert!(error.is_authentication(), "{error}");
}

#[tokio::test]
async fn a_call_that_streams_takes_the_options_of_any_call() {
    let client = client_of([item("a")]);
    let error = chat().stream(&client).region("Guangzhou!").await.unwrap_err();
    assert!(error.to_string().starts_with("hunyuan ChatCompletions: `Guangzhou!` is no region"), "{error}");
    let error = chat().stream(&client).endpoint("http://h").await.unwrap_err();
    assert!(error.to_string().contains("plain http"), "{error}");
}

#[tokio::test]
async fn a_stream_that_nobody_asked_for_is_told_by_send() {
    let cloud = FakeCloud::start().unwrap();
    answer_with(&cloud, std::iter::repeat_n(item("a"), 3));
    let error = chat().send(&cloud.client().build().unwrap()).await.unwrap_err();
    let id = &cloud.received()[0].request_id;
    let expected = "the answer is a stream of events, which `send` doesn't read: use `stream`";
    assert_eq!(error.to_string(), format!("hunyuan ChatCompletions: {expected} (request id {id}; may have run)"));
    assert!(error.is_bad_response() && !error.is_retryable());
}

#[tokio::test]
async fn a_stream_is_one_for_other_crates_too() {
    async fn count(mut items: impl Stream<Item = Result<Chunk, Error>> + Unpin) -> usize {
        let mut count = 0;
        while poll_fn(|cx| Pin::new(&mut items).poll_next(cx)).await.is_some() {
            count += 1;
        }
        count
    }

    let client = client_of(["a", "b"].map(item));
    assert_eq!(count(client.stream(&chat()).await.unwrap()).await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn calls_and_streams_can_be_spawned() {
    async fn first<A: StreamingAction>(client: Client, action: A) -> Option<A::Chunk> {
        let call = client.stream(&action);
        call.await.unwrap().next().await.map(Result::unwrap)
    }

    let client = client_of(["a", "b"].map(item));
    let task = tokio::spawn(async move {
        let mut chunks = chat().stream(&client).await.unwrap();
        drop(client);
        chunks.next().await.unwrap().unwrap()
    });
    assert_eq!(task.await.unwrap(), chunk("a"));
    assert_eq!(first(client_of([item("z")]), chat()).await, Some(chunk("z")));
}

#[tokio::test]
async fn chunks_may_be_of_any_type_that_is_read() {
    #[tencent_action(service = "dataagent", version = "2025-05-13", stream = serde_json::Value)]
    struct ChatAI;

    let cloud = FakeCloud::in_process();
    cloud.on_stream(|_: ChatAI| Ok([StreamItem::raw("data: [1]\n\ndata: \"two\"\n\ndata: null\n\n")]));
    let client = cloud.client().build().unwrap();
    let mut chunks = ChatAI.stream(&client).await.unwrap();
    for expected in [serde_json::json!([1]), "two".into(), serde_json::Value::Null] {
        assert_eq!(chunks.next().await.unwrap().unwrap(), expected);
    }
    assert!(chunks.next().await.is_none());
}

/// An action whose `stream` nobody calls: no lint finds it.
#[tokio::test]
async fn an_action_that_streams_can_be_sent() {
    #[tencent_action(service = "es", version = "2025-01-01", stream = Chunk, response = Chunk)]
    struct ParseDocument {
        url: String,
    }

    let cloud = FakeCloud::in_process();
    cloud.on(|document: ParseDocument| Ok(chunk(&document.url)));
    let client = cloud.client().build().unwrap();
    assert_eq!(ParseDocument { url: "u".to_owned() }.send(&client).await.unwrap().text, "u");
}
