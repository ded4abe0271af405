//! Faults of answers that come piece by piece.

use std::future::poll_fn;

use http::{HeaderValue, StatusCode};
use tencent_action::fake::{FakeCloud, Fault, StreamItem};
use tencent_action::{Error, tencent_action, tencent_data};

use super::{VirtualClock, always, client, last, seconds};

#[tencent_action(service = "hunyuan", version = "2023-09-01", stream = Word)]
pub(super) struct Chat;

#[tencent_data]
#[derive(Clone)]
pub(super) struct Word {
    pub(super) text: String,
}

/// A cloud that answers with three events of 23 bytes.
fn talking(cloud: FakeCloud) -> FakeCloud {
    cloud.on_stream(|_: Chat| Ok(vec![StreamItem::Chunk(Word { text: "word".to_owned() }); 3]));
    cloud
}

/// How many chunks came, and the error that ended the stream, or kept it from beginning.
async fn read(cloud: &FakeCloud) -> (usize, Option<Error>) {
    let mut chunks = match Chat.stream(&client(cloud)).await {
        Ok(chunks) => chunks,
        Err(error) => return (0, Some(error)),
    };
    let mut count = 0;
    while let Some(chunk) = chunks.next().await {
        match chunk {
            Ok(_) => count += 1,
            Err(error) => return (count, Some(error)),
        }
    }
    (count, None)
}

#[tokio::test(start_paused = true)]
async fn a_stream_breaks_or_stalls_where_it_should() {
    let cloud = talking(FakeCloud::builder().clock(VirtualClock::new()).in_process());
    for (after, chunks) in [(0, 0), (22, 0), (23, 1), (45, 1), (46, 2), (69, 3), (usize::MAX, 3)] {
        always(&cloud, &Fault::cut_off(after));
        let (count, error) = read(&cloud).await;
        let error = error.unwrap();
        assert_eq!(count, chunks, "{after}: {error}");
        assert!(error.is_bad_response() && error.may_have_run() && !error.is_timeout(), "{error}");

        always(&cloud, &Fault::stall(after));
        let (count, error) = read(&cloud).await;
        let error = error.unwrap();
        assert_eq!(count, chunks, "{after}: {error}");
        assert!(error.is_timeout() && error.may_have_run(), "{error}");
        assert!(last(&cloud).handled);
    }
}

#[tokio::test]
async fn a_stream_breaks_over_a_socket() {
    let cloud = talking(FakeCloud::start().unwrap());
    for (after, chunks) in [(0, 0), (40, 1), (usize::MAX, 3)] {
        always(&cloud, &Fault::cut_off(after));
        let (count, error) = read(&cloud).await;
        let error = error.unwrap();
        assert_eq!(count, chunks, "{after}: {error}");
        assert!(error.is_bad_response() && error.may_have_run(), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_stream_may_fail_to_begin() {
    let cloud = talking(FakeCloud::builder().clock(VirtualClock::new()).in_process());
    for (fault, may_have_run, handled) in [
        (Fault::refused(), false, false),
        (Fault::reset(), true, false),
        (Fault::reset().after_handler(), true, true),
        (Fault::latency(seconds(61)).after_handler(), true, true),
        (Fault::page(StatusCode::SERVICE_UNAVAILABLE), true, false),
        (Fault::expired_token(), false, false),
        (Fault::content_type(HeaderValue::from_static("application/json")), true, true),
    ] {
        always(&cloud, &fault);
        let (count, error) = read(&cloud).await;
        let error = error.unwrap();
        assert_eq!((count, error.may_have_run(), last(&cloud).handled), (0, may_have_run, handled), "{fault}: {error}");
    }
}

/// The connection stays, so that only the client's patience ends it.
#[tokio::test]
async fn a_stream_that_stalls_over_a_socket_is_neither_ended_nor_broken() {
    let cloud = talking(FakeCloud::start().unwrap());
    cloud.fault(Fault::stall(46));
    let mut chunks = Chat.stream(&client(&cloud)).await.unwrap();
    for _ in 0..2 {
        assert_eq!(chunks.next().await.unwrap().unwrap().text, "word");
    }
    let mut next = std::pin::pin!(chunks.next());
    // Other calls get their answers, so the cloud has had its turn.
    for _ in 0..3 {
        assert!(poll_fn(|cx| std::task::Poll::Ready(next.as_mut().poll(cx))).await.is_pending());
        assert_eq!(read(&cloud).await.0, 3);
    }
}
