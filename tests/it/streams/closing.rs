//! Who drops a stream closes its connection.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::Duration;

use tencent_action::fake::{FakeCloud, StreamItem};
use tencent_action::{Client, Clock, SystemClock};
use tokio::sync::mpsc;

use super::{ChatCompletions, chat, chunk, item, read};
use crate::support::credential;

/// A cloud that answers with chunks and pauses of this length without end; the channel closes when it stops.
fn endless(cloud: &FakeCloud, pause: Duration) -> mpsc::UnboundedReceiver<()> {
    let (sender, stopped) = mpsc::unbounded_channel::<()>();
    let sender = std::sync::Mutex::new(Some(sender));
    cloud.on_stream(move |_: ChatCompletions| {
        let sender = sender.lock().unwrap().take().unwrap();
        let mut turn = false;
        Ok(std::iter::from_fn(move || {
            let _alive = &sender;
            turn = !turn;
            Some(if turn { item("a") } else { StreamItem::Silence(pause) })
        }))
    });
    stopped
}

/// Waits until the cloud has stopped; it doesn't wait for real, unless the test fails.
async fn stops(mut stopped: mpsc::UnboundedReceiver<()>) {
    tokio::select! {
        _ = stopped.recv() => {}
        () = SystemClock.sleep(Duration::from_secs(20)) => panic!("the cloud still writes"),
    }
}

#[tokio::test]
async fn dropping_a_stream_drops_its_body() {
    let cloud = FakeCloud::in_process();
    let mut stopped = endless(&cloud, Duration::ZERO);
    let mut chunks = chat().stream(&cloud.client().build().unwrap()).await.unwrap();
    assert_eq!(chunks.next().await.unwrap().unwrap(), chunk("a"));
    assert!(stopped.try_recv().is_err_and(|error| error == mpsc::error::TryRecvError::Empty));
    drop(chunks);
    assert!(stopped.try_recv().is_err_and(|error| error == mpsc::error::TryRecvError::Disconnected));
}

/// One that writes as fast as it can, and one that is silent.
#[tokio::test]
async fn dropping_a_stream_closes_its_connection() {
    for pause in [Duration::ZERO, Duration::from_secs(3600)] {
        let cloud = FakeCloud::start().unwrap();
        let stopped = endless(&cloud, pause);
        let mut chunks = chat().stream(&cloud.client().build().unwrap()).await.unwrap();
        assert_eq!(chunks.next().await.unwrap().unwrap(), chunk("a"));
        drop(chunks);
        stops(stopped).await;
    }
}

#[tokio::test]
async fn a_stream_that_fails_closes_its_connection_although_it_is_kept() {
    let cloud = FakeCloud::start().unwrap();
    let stopped = endless(&cloud, Duration::ZERO);
    let client = cloud.client().response_limit(10).build().unwrap();
    let mut chunks = chat().stream(&client).await.unwrap();
    assert!(chunks.next().await.unwrap().is_err());
    stops(stopped).await;
    assert!(chunks.next().await.is_none());
}

#[tokio::test]
async fn a_stream_outlives_its_client_and_a_cloud_may_break_it() {
    let cloud = FakeCloud::start().unwrap();
    cloud.on_stream(|_: ChatCompletions| {
        Ok([item("a"), item("b"), StreamItem::raw("data: {\"Te"), StreamItem::BreakOff, item("never seen")])
    });
    let client = cloud.client().build().unwrap();
    let chunks = chat().stream(&client).await.unwrap();
    drop(client);
    let id = chunks.request_id().to_owned();
    let (texts, error) = read(chunks).await;
    assert_eq!(texts, ["a", "b"]);
    let line = error.unwrap().to_string();
    assert!(line.starts_with("hunyuan ChatCompletions: the stream broke off: "), "{line}");
    assert!(line.ends_with(&format!(" (request id {id}; may have run)")), "{line}");
}

/// A server as nobody should write one: the head of `protocol.md`, chunks that are cut anywhere, and no end.
#[tokio::test]
async fn a_connection_that_closes_within_the_stream_is_told_from_an_end() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for (mut stream, end) in listener.incoming().map(Result::unwrap).zip(["", "0\r\n\r\n"]) {
            assert!(stream.read(&mut [0; 4096]).unwrap() > 0);
            let head = "HTTP/1.1 200 OK\r\nCache-Control: no-cache\r\nConnection: keep-alive\r\n\
                Content-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\nX-TC-RequestId: r-7\r\n\r\n";
            let chunks = "6\r\ndata: \r\n9\r\n{\"Text\":\"\r\n1\r\n\u{e9}";
            for piece in [
                head.as_bytes(),
                &chunks.as_bytes()[..chunks.len() - 1],
                b"\r\n1\r\n\xa9\r\n2\r\n\"}\r\n",
                end.as_bytes(),
            ] {
                stream.write_all(piece).unwrap();
            }
        }
    });
    let client = Client::builder().without_env().credentials(credential()).endpoint(endpoint).build().unwrap();
    let (texts, error) = read(chat().stream(&client).await.unwrap()).await;
    assert_eq!((texts.len(), error.unwrap().request_id()), (0, Some("r-7")));
    let (texts, error) = read(chat().stream(&client).await.unwrap()).await;
    assert_eq!(texts, ["é"]);
    assert!(error.is_none(), "{error:?}");
}
