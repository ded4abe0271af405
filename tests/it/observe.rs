//! What a client tells of its calls: spans, events, counters. And how long it lets an attempt take, on virtual time.

mod connecting;
mod dropped;
mod failover;
mod log;
mod secrets;
mod spans;
mod stats;
mod timeouts;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tencent_action::fake::{FakeCloud, StreamItem};
use tencent_action::{Empty, tencent_action, tencent_data};

use crate::support::ManageTask;

/// An action that streams.
#[tencent_action(service = "hunyuan", version = "2023-09-01", stream = Chunk)]
struct ChatCompletions {
    prompt: String,
}

#[tencent_data]
#[derive(Debug, Clone)]
struct Chunk {
    text: String,
}

/// One request a second.
#[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 1)]
struct DescribeTasks;

/// A cloud that knows all of them, and how often it managed a task.
fn cloud() -> (FakeCloud, Arc<AtomicUsize>) {
    let cloud = FakeCloud::in_process();
    let runs = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&runs);
    cloud.on(move |_: ManageTask| {
        counter.fetch_add(1, Ordering::SeqCst);
        Ok(Empty)
    });
    cloud.on(|_: DescribeTasks| Ok(Empty));
    cloud.on_stream(|chat: ChatCompletions| {
        let chunk = || StreamItem::Chunk(Chunk { text: chat.prompt.clone() });
        Ok([chunk(), StreamItem::Silence(seconds(50)), chunk()])
    });
    (cloud, runs)
}

fn chat() -> ChatCompletions {
    ChatCompletions { prompt: "Well?".to_owned() }
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}
