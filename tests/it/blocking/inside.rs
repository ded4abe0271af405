//! In the threads of runtimes, where blocking is the caller's choice, and nothing of ours panics or stands still.

use std::sync::Arc;
use std::sync::mpsc;

use super::{ChatCompletions, abort, client, cloud};

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

/// Where a program ends, thread-local values are dropped after all else.
#[test]
fn it_is_dropped_with_its_thread() {
    thread_local! {
        static CLIENT: std::cell::RefCell<Option<tencent_action::blocking::Client>> = const { std::cell::RefCell::new(None) };
    }

    let cloud = cloud();
    let client = client(&cloud);
    let (told, id) = mpsc::channel();
    std::thread::spawn(move || {
        told.send(abort(&client).unwrap()).unwrap();
        CLIENT.set(Some(client));
    })
    .join()
    .unwrap();
    assert_eq!(id.recv().unwrap(), cloud.received()[0].request_id);
}
