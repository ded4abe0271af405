//! What can go wrong once a stream has begun.

use tencent_action::fake::{FakeCloud, StreamItem};
use tencent_action::{ApiError, Error};

use super::{Chunk, answer_with, chat, item, read};

/// The error that a stream ends with after its first chunk, without its request id; and the request id.
async fn failing(items: impl IntoIterator<Item = StreamItem<Chunk>>) -> (Error, String, String) {
    failing_with_limit(items, 1 << 20).await
}

async fn failing_with_limit(
    items: impl IntoIterator<Item = StreamItem<Chunk>>,
    limit: usize,
) -> (Error, String, String) {
    let cloud = FakeCloud::in_process();
    answer_with(&cloud, [item("a")].into_iter().chain(items).chain([item("never seen")]));
    let client = cloud.client().response_limit(limit).build().unwrap();
    let (texts, error) = read(chat().stream(&client).await.unwrap()).await;
    let (error, id) = (error.unwrap(), cloud.received()[0].request_id.clone());
    assert_eq!(texts, ["a"]);
    assert_eq!(error.request_id(), Some(id.as_str()));
    assert_eq!((error.service(), error.action()), (Some("hunyuan"), Some("ChatCompletions")));
    assert_eq!(error.status().unwrap().as_u16(), 200);
    assert!(error.may_have_run(), "{error}");
    let line = error.to_string();
    let rest = line.strip_prefix("hunyuan ChatCompletions: ").unwrap();
    let what = rest.strip_suffix(&format!(" (request id {id}; may have run)")).unwrap().to_owned();
    (error, what, id)
}

#[tokio::test]
async fn an_error_in_the_stream_is_one_of_the_api_in_each_of_its_forms() {
    for (event, code, message) in [
        (r#"{"ErrorMsg":{"Msg":"the model timed out","Code":4001}}"#, "4001", "the model timed out"),
        (
            r#"{"Type":"error","RequestId":"another","Error":{"Code":"InternalError","Message":"m"}}"#,
            "InternalError",
            "m",
        ),
        (
            r#"{"Response":{"Error":{"Code":"FailedOperation.X","Message":"m"},"RequestId":"x"}}"#,
            "FailedOperation.X",
            "m",
        ),
        // A check that fails in the middle of an answer has let it begin.
        (r#"{"Note":"n","Error":{"Code":"InvalidParameter","Message":"m"},"Text":"t"}"#, "InvalidParameter", "m"),
    ] {
        let (error, what, _) = failing([StreamItem::raw(format!("data: {event}\n\n"))]).await;
        assert_eq!(error.api(), Some(&ApiError::new(code, message)), "{event}");
        assert_eq!(what, format!("{code}: {message}"));
        assert_eq!(error.body().unwrap(), event);
        assert!(!error.is_retryable() && !error.is_bad_response() && !error.is_timeout());
    }
}

#[tokio::test]
async fn so_is_one_that_has_no_form_and_one_that_only_the_event_names() {
    for (event, code, message, what_is_shown) in [
        ("data: {\"Error\":\"boom\"}\n\n", "", "boom", "boom"),
        ("data: {\"ErrorMsg\":{\"Msg\":\"m\",\"Code\":null}}\n\n", "", "m", "m"),
        ("event: error\ndata: {\"Code\":\"X\",\"Message\":\"m\"}\n\n", "X", "m", "X: m"),
        ("data: {\"Error\":{\"Code\":\"X\",\"Message\":\"m\"}}\nevent:error\n\n", "X", "m", "X: m"),
        ("event: error\ndata: it broke\n\n", "", "it broke", "it broke"),
        ("event: error\ndata:\n\n", "", "", "an error without code and message"),
    ] {
        let (error, what, _) = failing([StreamItem::raw(event)]).await;
        assert_eq!((error.api(), what.as_str()), (Some(&ApiError::new(code, message)), what_is_shown), "{event}");
    }
}

/// It would pass for a stream that has come to its end.
#[tokio::test]
async fn an_event_named_error_ends_the_stream_also_without_data() {
    for event in ["event: error\n\n", "event:Error\n: why\n\n", "event: error\ndata\n\n"] {
        let (error, what, _) = failing([StreamItem::raw(event)]).await;
        assert_eq!((error.api(), what.as_str()), (Some(&ApiError::new("", "")), "an error without code and message"));
    }
}

#[tokio::test]
async fn a_handler_can_say_an_error_without_its_form() {
    let (error, what, _) = failing([StreamItem::Error(ApiError::new("InternalError", "m"))]).await;
    assert_eq!((error.code(), what.as_str()), (Some("InternalError"), "InternalError: m"));
}

#[tokio::test]
async fn the_request_id_of_the_event_does_where_the_head_has_none() {
    let answer = |_: http::Request<bytes::Bytes>| async {
        let body = r#"data: {"RequestId":"r-3","Error":{"Code":"InternalError","Message":"m"}}"#;
        let response = http::Response::builder().header("Content-Type", "text/event-stream").body(body);
        Ok::<_, tencent_action::TransportError>(response.unwrap())
    };
    let client = crate::support::client().transport(answer).build().unwrap();
    let (_, error) = read(chat().stream(&client).await.unwrap()).await;
    assert_eq!(error.unwrap().request_id(), Some("r-3"));
}

#[tokio::test]
async fn an_event_that_isnt_json_ends_the_stream() {
    for (event, expected) in [
        ("data: oh no\n\n", "isn't JSON (expected value at line 1 column 1): \"oh no\""),
        ("data: {\"Text\":\"b\"} {}\n\n", "isn't JSON (trailing characters"),
        ("data: {\"Text\":\ndata: \n\n", "isn't JSON (EOF while parsing"),
        ("data: DONE\u{1b}[2J\n\n", "isn't JSON (expected value at line 1 column 1): \"DONE [2J\""),
    ] {
        let (error, what, _) = failing([StreamItem::raw(event)]).await;
        assert!(what.starts_with("an event of the stream ") && what.contains(expected), "{what}");
        assert!(error.is_bad_response() && error.api().is_none());
    }
}

#[tokio::test]
async fn a_chunk_that_isnt_as_declared_ends_the_stream_and_says_where() {
    let (error, what, _) = failing([StreamItem::raw("data: {\"Text\":{\"a\":1}}\n\n")]).await;
    assert!(what.starts_with("an event of the stream doesn't fit the declared chunk: at `Text`: "), "{what}");
    assert_eq!(error.body().unwrap(), "{\"Text\":{\"a\":1}}");
    assert!(error.is_bad_response() && !error.is_retryable());
    let (_, what, _) = failing([StreamItem::raw("data: [\"b\"]\n\n")]).await;
    assert!(what.starts_with("an event of the stream doesn't fit the declared chunk: "), "{what}");
}

#[tokio::test]
async fn an_event_above_the_limit_ends_the_stream() {
    for oversized in [
        format!("data: {{\"Text\":\"{}\"}}\n\n", "x".repeat(100)),
        "data: 1\n".repeat(90),
        ":".repeat(101),
        "x".repeat(101),
    ] {
        let (error, what, _) = failing_with_limit([StreamItem::raw(oversized)], 100).await;
        assert_eq!(what, "an event of the stream is larger than the limit of 100 bytes for each");
        assert!(error.is_bad_response() && !error.is_retryable());
    }
}

#[tokio::test]
async fn a_connection_that_breaks_ends_the_stream() {
    for before in ["", "data: {\"Text\":\"b", "data: {\"Text\":\"b\"}\n"] {
        let (error, what, _) = failing([StreamItem::raw(before), StreamItem::BreakOff]).await;
        assert_eq!(what, "the stream broke off: the connection broke");
        assert!(error.is_bad_response() && !error.is_timeout() && !error.is_retryable());
        assert!(std::error::Error::source(&error).is_some());
    }
}

#[tokio::test]
async fn what_may_pass_is_retryable_where_the_action_is_idempotent() {
    let cloud = FakeCloud::in_process();
    for (last, retryable) in [
        (StreamItem::BreakOff, true),
        (StreamItem::Error(ApiError::new("InternalError", "")), true),
        (StreamItem::Error(ApiError::new("FailedOperation", "")), false),
        // It ends within an event.
        (StreamItem::raw("data: {\"Text\":"), true),
        (StreamItem::raw("data: {\"Text\":!"), false),
    ] {
        answer_with(&cloud, [last]);
        let client = cloud.client().build().unwrap();
        for (idempotent, expected) in [(true, retryable), (false, false)] {
            let (_, error) = read(chat().stream(&client).idempotent(idempotent).await.unwrap()).await;
            let error = error.unwrap();
            assert_eq!(error.is_retryable(), expected, "{error}");
        }
    }
}
