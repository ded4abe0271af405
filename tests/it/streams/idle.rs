//! How long a stream may pause, on virtual time.

use std::future::pending;
use std::iter::repeat_n;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use tencent_action::fake::{FakeCloud, StreamItem};
use tencent_action::{Client, Clock, SystemClock, TransportError};
use tokio::time::Instant;

use super::{Chunk, answer_with, chat, client_of, item, read};
use crate::support::{self, HastyClock, SECOND, StoppedClock};

fn silence(seconds: u64) -> StreamItem<Chunk> {
    StreamItem::Silence(Duration::from_secs(seconds))
}

#[tokio::test(start_paused = true)]
async fn a_stream_may_pause_for_a_minute_and_last_for_hours() {
    let begin = Instant::now();
    let items = repeat_n([silence(59), item("a")], 100).flatten();
    let (texts, error) = read(chat().stream(&client_of(items)).await.unwrap()).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!((texts.len(), begin.elapsed().as_secs()), (100, 5900));
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_pauses_for_longer_is_given_up() {
    let begin = Instant::now();
    let client = client_of([item("a"), silence(61), item("b")]);
    let (texts, error) = read(chat().stream(&client).await.unwrap()).await;
    let error = error.unwrap();
    assert_eq!(texts, ["a"]);
    assert_eq!(begin.elapsed().as_secs(), 60);
    let line = error.to_string();
    assert!(
        line.starts_with("hunyuan ChatCompletions: the stream stalled: nothing came for 60s (request id "),
        "{line}"
    );
    assert!(line.ends_with("; may have run)"), "{line}");
    assert!(error.is_timeout() && error.may_have_run() && !error.is_bad_response() && !error.is_transport());
}

#[tokio::test(start_paused = true)]
async fn client_and_call_say_how_long() {
    let cloud = FakeCloud::in_process();
    answer_with(&cloud, [silence(10), item("a")]);
    let seconds = Duration::from_secs;
    for (client, call, expected) in [
        (Some(9), None, Some("nothing came for 9s")),
        (Some(11), None, None),
        (None, Some(9), Some("nothing came for 9s")),
        (Some(9), Some(11), None),
        (Some(11), Some(9), Some("nothing came for 9s")),
    ] {
        let builder = cloud.client();
        let builder = match client {
            Some(timeout) => builder.idle_timeout(seconds(timeout)),
            None => builder,
        };
        let client = builder.build().unwrap();
        let begun = match call {
            Some(timeout) => chat().stream(&client).idle_timeout(seconds(timeout)).await,
            None => chat().stream(&client).await,
        };
        let error = read(begun.unwrap()).await.1.map(|error| error.to_string());
        assert_eq!(error.is_some(), expected.is_some(), "{error:?}");
        assert!(error.unwrap_or_default().contains(expected.unwrap_or_default()));
    }
}

/// A comment is what services send so that nobody takes them for dead.
#[tokio::test(start_paused = true)]
async fn any_bytes_are_a_sign_of_life() {
    let comments = repeat_n([silence(50), StreamItem::raw(": ping\n\n")], 5).flatten();
    let letters = b"data: {\"Text\":\"b\"}\n\n".chunks(1).flat_map(|letter| [silence(50), StreamItem::raw(letter)]);
    let (texts, error) = read(chat().stream(&client_of(comments.chain(letters))).await.unwrap()).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(texts, ["b"]);
}

#[tokio::test(start_paused = true)]
async fn the_time_that_the_caller_takes_is_its_own() {
    let client = client_of([item("a"), silence(59), item("b"), silence(59), item("c")]);
    let mut chunks = chat().stream(&client).await.unwrap();
    SystemClock.sleep(Duration::from_secs(1000)).await;
    for expected in ["a", "b", "c"] {
        assert_eq!(chunks.next().await.unwrap().unwrap().text, expected);
        SystemClock.sleep(Duration::from_secs(1000)).await;
    }
    assert!(chunks.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_is_given_up_loses_nothing_and_begins_nothing_anew() {
    let client = client_of([silence(30), item("a"), silence(61)]);
    let mut chunks = chat().stream(&client).await.unwrap();
    let begin = Instant::now();
    let mut gave_up = 0;
    let mut texts = Vec::new();
    let error = loop {
        tokio::select! {
            chunk = chunks.next() => match chunk.unwrap() {
                Ok(chunk) => texts.push(chunk.text),
                Err(error) => break error,
            },
            () = SystemClock.sleep(Duration::from_secs(7)) => gave_up += 1,
        }
    };
    assert_eq!(texts, ["a"]);
    assert_eq!((gave_up, begin.elapsed().as_secs()), (12, 90), "{error}");
}

#[tokio::test]
async fn the_clock_is_the_clients() {
    let cloud = FakeCloud::builder().clock(StoppedClock(SECOND)).in_process();
    answer_with(&cloud, [item("a"), silence(1)]);
    let client = cloud.client().clock(HastyClock).build().unwrap();
    let (texts, error) = read(chat().stream(&client).await.unwrap()).await;
    assert_eq!(texts, ["a"]);
    assert!(error.unwrap().is_timeout());
}

#[tokio::test(start_paused = true)]
async fn the_deadline_of_the_call_ends_where_the_stream_begins() {
    let client = client_of([silence(10), item("a"), silence(50), item("b")]);
    let (texts, error) = read(chat().stream(&client).timeout(Duration::from_secs(5)).await.unwrap()).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(texts, ["a", "b"]);
}

#[tokio::test]
async fn a_stream_that_doesnt_begin_in_time_is_an_error_of_the_call() {
    let never = |_: Request<Bytes>| pending::<Result<Response<Bytes>, TransportError>>();
    let client: Client = support::client().clock(HastyClock).transport(never).build().unwrap();
    let error = chat().stream(&client).timeout(Duration::from_secs(5)).await.unwrap_err();
    assert_eq!(error.to_string(), "hunyuan ChatCompletions: no answer within 5s (may have run)");
}
