//! What a stream looks like on the wire.

use bytes::Bytes;
use http::{Request, Response};
use tencent_action::fake::{FakeCloud, StreamItem};
use tencent_action::{Client, TransportError};

use super::{ChatCompletions, Chunk, chat, chunk, client_of, item, read};
use crate::support;

/// A client whose every call is answered with this.
fn answered(status: u16, content_type: &'static str, body: &'static str) -> Client {
    let answer = move |_: Request<Bytes>| async move {
        let response = Response::builder().status(status).header("Content-Type", content_type);
        Ok::<_, TransportError>(response.header("X-TC-RequestId", "r-1").body(body).unwrap())
    };
    support::client().transport(answer).build().unwrap()
}

async fn texts(stream: &'static str) -> Vec<String> {
    let client = answered(200, "text/event-stream", stream);
    let (texts, error) = read(chat().stream(&client).await.unwrap()).await;
    assert!(error.is_none(), "{stream:?}: {error:?}");
    texts
}

#[tokio::test]
async fn events_are_read_in_all_the_forms_that_services_write() {
    for stream in [
        // Hunyuan: with a space; its examples have a tab on the line between.
        "data: {\"Text\":\"a\"}\n\ndata: {\"Text\":\"b\"}\n\n",
        "data: {\"Text\":\"a\"}\n\t\ndata: {\"Text\":\"b\"}",
        // LKEAP: without a space, and with a sentinel.
        "data:{\"Text\":\"a\"}\n\ndata:{\"Text\":\"b\"}\n\ndata:[DONE]\n\n",
        "data:{\"Text\":\"a\"}\n\ndata:{\"Text\":\"b\"}\n\ndata: [DONE]",
        // CLS: with ids.
        "id: 1\ndata:{\"Text\":\"a\"}\n\nid: 2\ndata:{\"Text\":\"b\"}\n\n",
        // Anything else that the format allows.
        "\u{feff}: hello\r\nevent: x\r\nretry: 5\r\ndata: {\"Text\":\r\ndata: \"a\"}\r\n\r\ndata:{\"Text\":\"b\"}\r\r",
        "data:\n\ndata: \n\n: ping\n\ndata: {\"Text\":\"a\"}\n\nodd\n\ndata: {\"Text\":\"b\"}\n\n",
        // After the sentinel comes nothing.
        "data:{\"Text\":\"a\"}\n\ndata:{\"Text\":\"b\"}\n\ndata:[DONE]\n\ndata: nonsense\n\n",
    ] {
        assert_eq!(texts(stream).await, ["a", "b"], "{stream:?}");
    }
    for stream in ["", "\n\n", "data: [DONE]\n\n", ": nothing\n", "event: end\n\n"] {
        assert_eq!(texts(stream).await, [""; 0], "{stream:?}");
    }
}

#[tokio::test]
async fn a_chunk_is_read_with_the_leniency_of_a_reply() {
    assert_eq!(texts("data: {\"Text\":7,\"Created\":\"1700549760\",\"Unknown\":[{}]}\n\n").await, ["7"]);
    assert_eq!(texts("data: {\"Text\":\"a\",\"Created\":null,\"Error\":null,\"ErrorMsg\":null}\n\n").await, ["a"]);
}

#[tokio::test]
async fn the_head_decides_whether_it_is_a_stream() {
    const STREAM: &str = "data: {\"Text\":\"a\"}\n\n";
    for content_type in [
        "text/event-stream",
        "text/event-stream; charset=utf-8",
        "Text/Event-Stream;charset=UTF-8",
        " text/event-stream ;",
    ] {
        let chunks = chat().stream(&answered(200, content_type, STREAM)).await.unwrap();
        assert_eq!(chunks.request_id(), "r-1");
        assert_eq!(read(chunks).await.0, ["a"], "{content_type}");
    }
    for (status, content_type) in
        [(200, "application/json"), (200, "text/event-streams"), (200, ""), (502, "text/event-stream")]
    {
        let error = chat().stream(&answered(status, content_type, STREAM)).await.unwrap_err();
        assert!(error.is_bad_response() && error.to_string().contains("isn't JSON"), "{error}");
        assert_eq!((error.request_id(), error.status().unwrap().as_u16()), (Some("r-1"), status));
    }
}

#[tokio::test]
async fn an_ordinary_answer_is_a_stream_of_one_chunk() {
    for content_type in ["application/json", "text/plain", ""] {
        let body = r#"{"Response":{"Text":"all","Created":"7","RequestId":"r-2"}}"#;
        let chunks = chat().stream(&answered(200, content_type, body)).await.unwrap();
        assert_eq!(chunks.request_id(), "r-2");
        assert_eq!(chunks.headers()["content-type"], content_type);
        let (texts, error) = read(chunks).await;
        assert_eq!(texts, ["all"]);
        assert!(error.is_none());
    }
}

#[tokio::test]
async fn an_ordinary_answer_of_the_cloud_is_one_too() {
    let cloud = FakeCloud::start().unwrap();
    cloud.on(|_: ChatCompletions| Ok(chunk("all")));
    let mut chunks = chat().stream(&cloud.client().build().unwrap()).await.unwrap();
    assert_eq!(chunks.request_id(), cloud.received()[0].request_id);
    assert_eq!(chunks.next().await.unwrap().unwrap(), chunk("all"));
    assert!(chunks.next().await.is_none());
}

#[tokio::test]
async fn an_ordinary_answer_that_is_no_chunk_is_an_error_of_the_stream() {
    let body = r#"{"Response":{"Text":["a"],"RequestId":"r-2"}}"#;
    let (texts, error) = read(chat().stream(&answered(200, "application/json", body)).await.unwrap()).await;
    let line = error.unwrap().to_string();
    assert!(texts.is_empty() && line.contains("doesn't fit") && line.contains("`Text`"), "{line}");
    assert!(line.contains("request id r-2"), "{line}");
}

/// However the bytes are cut on their way, also within characters and line ends.
#[tokio::test]
async fn it_doesnt_matter_how_the_bytes_come() {
    const STREAM: &str = "data: {\"Text\":\r\ndata: \"é中😀\"}\r\n\r\ndata: {\"Text\":\"b\"}\r\n\r\n";
    for size in 1..STREAM.len() {
        let pieces = STREAM.as_bytes().chunks(size).map(|piece| StreamItem::raw(Bytes::from_static(piece)));
        let chunks = chat().stream(&client_of(pieces)).await.unwrap();
        assert_eq!(read(chunks).await.0, ["é中😀", "b"], "{size}");
    }
}

#[tokio::test]
async fn a_long_stream_of_large_events_passes_over_a_connection() {
    let cloud = FakeCloud::start().unwrap();
    let text = "x".repeat(1 << 20);
    let answer = Chunk { text: text.clone(), created: None };
    cloud.on_stream(move |_: ChatCompletions| Ok(vec![StreamItem::Chunk(answer.clone()); 20]));
    // Of the stream as a whole, no limit is kept.
    let client = cloud.client().response_limit(2 << 20).build().unwrap();
    let mut chunks = chat().stream(&client).await.unwrap();
    let mut count = 0;
    while let Some(chunk) = chunks.next().await {
        assert!(chunk.unwrap().text == text);
        count += 1;
    }
    assert_eq!(count, 20);
}

#[tokio::test]
async fn a_stream_without_a_request_id_has_an_empty_one() {
    let answer = |_: Request<Bytes>| async {
        Ok::<_, TransportError>(Response::builder().header("content-type", "text/event-stream").body("").unwrap())
    };
    let client = support::client().transport(answer).build().unwrap();
    assert_eq!(chat().stream(&client).await.unwrap().request_id(), "");
    assert_eq!(read(chat().stream(&client_of([item("a")])).await.unwrap()).await.0, ["a"]);
}

/// A content type is no proof: a stream that nothing is in would look like a success.
#[tokio::test]
async fn a_whole_answer_that_is_called_a_stream_is_read_as_what_it_is() {
    let stream =
        |body| async move { read(chat().stream(&answered(200, "text/event-stream", body)).await.unwrap()).await };
    let error = r#"{"Response":{"Error":{"Code":"AuthFailure.SecretIdNotFound","Message":"m"},"RequestId":"r-2"}}"#;
    for blanks in ["", "\n\n", " \r\n\t", "\u{feff}"] {
        let (texts, error) = stream(String::leak(format!("{blanks}{error}"))).await;
        let error = error.unwrap();
        assert!(texts.is_empty() && error.is_authentication() && !error.may_have_run(), "{error}");
        assert_eq!(error.request_id(), Some("r-2"));
    }
    for body in ["{\"Response\":{\"Text\":\"all\"}}", "{\n\n\"Response\":\r\n{\"Text\":\"all\"}}\n\n"] {
        let (texts, error) = stream(body).await;
        assert_eq!(texts, ["all"]);
        assert!(error.is_none(), "{error:?}");
    }
    for (body, expected) in [
        ("{\"Response\":{\"Text\":\"a", "JSON that ends too early"),
        ("{\"Text\":\"a\"}\n", "no `Response` object"),
        ("{\"Response\":{\"Text\":[]}}", "`Text`"),
    ] {
        let error = stream(body).await.1.unwrap();
        assert!(error.is_bad_response() && error.to_string().contains(expected), "{error}");
        assert_eq!((error.request_id(), error.body().unwrap().as_ref()), (Some("r-1"), body.as_bytes()));
    }
}

#[tokio::test]
async fn a_chunk_may_come_in_an_envelope() {
    let stream = "data: {\"Response\":{\"Text\":\"a\",\"RequestId\":\"x\"}}\n\ndata: {\"Response\":{\"Text\":7}}\n\n";
    assert_eq!(texts(stream).await, ["a", "7"]);
}

#[tokio::test]
async fn bytes_that_are_no_text_lose_no_chunk() {
    let stream = &b"data: {\"Text\":\"a\",\"Odd\":\"\xff\"}\n\ndata: {\"Text\":\"\xff\",\"Odd\":\"\\udc00\"}\n\n"[..];
    let (texts, error) = read(chat().stream(&client_of([StreamItem::raw(stream)])).await.unwrap()).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(texts, ["a", "\u{fffd}"]);
}
