//! In the threads of runtimes, where blocking is the caller's choice, and nothing of ours panics or stands still.

use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

use tencent_action::blocking::{Client, EventStream};

use super::{ChatCompletions, Chunk, abort, client, cloud};

/// More calls than a task of tokio's may poll without a pause.
const MANY: usize = 200;

#[tokio::test]
async fn a_runtime_of_one_thread_calls() {
    let cloud = cloud();
    let client = client(&cloud);
    for _ in 0..MANY {
        abort(&client).unwrap();
    }
    assert_eq!(cloud.received().len(), MANY);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_runtime_of_many_threads_calls() {
    let cloud = Arc::new(cloud());
    let client = client(&cloud);
    let tasks: Vec<_> = (0..4)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { (0..10).for_each(|_| drop(abort(&client).unwrap())) })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!(cloud.received().len(), 40);
}

/// Each way: on its own, inside `spawn_blocking`, while a stream that is half read keeps it alive.
#[tokio::test]
async fn it_is_built_and_dropped_in_there() {
    let cloud = cloud();
    drop(client(&cloud));
    let kept = client(&cloud);
    tokio::task::spawn_blocking(move || drop((abort(&kept).unwrap(), kept))).await.unwrap();
    let client = client(&cloud);
    let mut chunks = client.stream(&ChatCompletions { prompt: "Well?".to_owned() }).send().unwrap();
    drop(client);
    assert_eq!(chunks.next().unwrap().unwrap().text, "To");
    drop(chunks);
}

/// The connection of the first call is driven by the client's thread, not by the runtime that has ended.
#[test]
fn it_outlives_a_runtime_that_it_was_built_in() {
    let cloud = cloud();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let client = runtime.block_on(async {
        let client = client(&cloud);
        abort(&client).unwrap();
        client
    });
    drop(runtime);
    abort(&client).unwrap();
    assert_eq!(cloud.received().len(), 2);
}

thread_local! {
    static KEPT: RefCell<Option<(Client, EventStream<Chunk>)>> = const { RefCell::new(None) };
}

/// Where a thread ends, its values are dropped when it can enter no runtime any more.
#[test]
fn it_is_dropped_with_its_thread() {
    let cloud = cloud();
    let client = client(&cloud);
    let thread = thread::spawn(move || {
        // Before tokio keeps anything there, so that it is dropped after that.
        KEPT.set(None);
        let mut chunks = client.stream(&ChatCompletions { prompt: "Well?".to_owned() }).send().unwrap();
        let first = chunks.next().unwrap().unwrap();
        KEPT.set(Some((client, chunks)));
        first.text
    });
    assert_eq!(thread.join().unwrap(), "To");
}
