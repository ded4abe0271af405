//! The fault matrix of streams: each fault before the stream begins, where it is an error of the call as any other, and in
//! the middle of it, where it is the stream's last item, and nothing is tried again.

mod amid;
mod before;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tencent_action::fake::{FakeCloud, StreamItem};
use tencent_action::{Client, Error, EventStream};

use super::VirtualClock;
use super::streams::{Chat, Word};

/// How many bytes an event has.
const EVENT: usize = "data: {\"Text\":\"word\"}\n\n".len();

/// A cloud whose operation answers with three events, and how often it has run.
fn counting(cloud: FakeCloud) -> (FakeCloud, Arc<AtomicUsize>) {
    let runs = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&runs);
    cloud.on_stream(move |_: Chat| {
        counter.fetch_add(1, Ordering::SeqCst);
        Ok(vec![StreamItem::Chunk(Word { text: "word".to_owned() }); 3])
    });
    (cloud, runs)
}

fn cloud() -> (FakeCloud, Arc<AtomicUsize>) {
    counting(FakeCloud::builder().clock(VirtualClock::new()).in_process())
}

async fn begin(client: &Client, idempotent: bool) -> Result<EventStream<Word>, Error> {
    Chat.stream(client).idempotent(idempotent).await
}

/// How many chunks came, and the error after them, if there was one. Nothing comes after that.
async fn read(mut chunks: EventStream<Word>) -> (usize, Option<Error>) {
    let (mut count, mut last) = (0, None);
    while let Some(chunk) = chunks.next().await {
        assert!(last.is_none(), "after the error {last:?} comes {:?}", chunk.map(|word| word.text));
        match chunk {
            Ok(word) => assert_eq!(word.text, "word"),
            Err(error) => last = Some(error),
        }
        count += usize::from(last.is_none());
    }
    for _ in 0..2 {
        assert!(chunks.next().await.is_none());
    }
    (count, last)
}
