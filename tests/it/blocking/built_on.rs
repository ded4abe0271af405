//! Streams, pages, waits and runs.

use tencent_action::fake::{FakeCloud, StreamItem};
use tencent_action::{ApiError, Empty, Verdict, tencent_action, tencent_data};

use super::{ChatCompletions, Chunk, LeapingClock, client, cloud};
use crate::support::ManageTask;

fn chat() -> ChatCompletions {
    ChatCompletions { prompt: "Well?".to_owned() }
}

#[test]
fn a_stream_is_an_iterator() {
    let cloud = cloud();
    let chunks = client(&cloud).stream(&chat()).send().unwrap();
    assert_eq!(chunks.request_id(), cloud.received()[0].request_id);
    let texts: Vec<_> = chunks.map(|chunk| chunk.unwrap().text).collect();
    assert_eq!(texts.concat(), "To be.");
}

#[test]
fn a_stream_that_is_dropped_half_way_leaves_the_client() {
    let cloud = cloud();
    let client = client(&cloud);
    for _ in 0..3 {
        let mut chunks = client.stream(&chat()).send().unwrap();
        assert_eq!(chunks.next().unwrap().unwrap().text, "To");
    }
    assert_eq!(client.stats().streams, 3);
}

#[test]
fn an_error_of_a_stream_comes_once() {
    let cloud = FakeCloud::start().unwrap();
    cloud.on_stream(|_: ChatCompletions| Ok([StreamItem::<Chunk>::Error(refusal())]));
    let mut chunks = client(&cloud).stream(&chat()).send().unwrap();
    assert_eq!(chunks.next().unwrap().unwrap_err().code(), Some("FailedOperation"));
    assert!(chunks.next().is_none());
}

fn refusal() -> ApiError {
    ApiError::new("FailedOperation", "No.")
}

#[tencent_action(
    service = "vod", version = "2018-07-17", response = Tasks, idempotent,
    paginate(token = scroll_token, items = task_set, item = Task)
)]
#[derive(Debug)]
struct DescribeTasks {
    scroll_token: Option<String>,
}

#[tencent_data]
struct Tasks {
    task_set: Vec<Task>,
    scroll_token: Option<String>,
}

#[tencent_data]
struct Task {
    task_id: String,
}

/// Three pages, of one task each.
fn listing() -> FakeCloud {
    let cloud = cloud();
    cloud.on(|request: DescribeTasks| {
        let page: u32 = request.scroll_token.map_or(0, |token| token.parse().unwrap());
        let next = if page < 2 { (page + 1).to_string() } else { String::new() };
        Ok(Tasks { task_set: vec![Task { task_id: format!("251-{page}") }], scroll_token: Some(next) })
    });
    cloud
}

#[test]
fn pages_and_items_are_iterators() {
    let cloud = listing();
    let client = client(&cloud);
    let all = || client.pages(DescribeTasks { scroll_token: None });
    let ids: Vec<_> = all().items().map(|task| task.unwrap().task_id).collect();
    assert_eq!(ids, ["251-0", "251-1", "251-2"]);

    let mut pages = all().each_call(|call| call.region("ap-tokyo"));
    assert_eq!(pages.next().unwrap().unwrap().task_set.len(), 1);
    assert_eq!(pages.next_request().unwrap().scroll_token.as_deref(), Some("1"));
    let received = cloud.received();
    assert_eq!(received.len(), 4, "no page is asked for ahead");
    assert_eq!(received[3].region.as_deref(), Some("ap-tokyo"));
    assert_eq!(pages.items().all().unwrap().len(), 2);
}

#[test]
fn a_wait_is_over_when_its_judge_says_so() {
    let cloud = FakeCloud::builder().clock(LeapingClock::default()).in_process();
    cloud.on(|_: ManageTask| Ok(Empty));
    let mut seen = 0;
    let mut told = Vec::new();
    let reply = client(&cloud)
        .call(&ManageTask::abort("251"))
        .until(|_| {
            seen += 1;
            if seen < 3 { Verdict::pending("not yet") } else { Verdict::Done }
        })
        .on_progress(|progress| told.push(progress.to_string()))
        .wait()
        .unwrap();
    assert_eq!(reply.request_id(), cloud.received()[2].request_id);
    assert_eq!((seen, told.len()), (3, 2), "{told:?}");
}

#[test]
fn a_run_takes_its_inputs_from_pages() {
    let cloud = listing();
    let client = client(&cloud);
    let tasks = client.pages(DescribeTasks { scroll_token: None }).items();
    let abort = tasks.map(|task| ManageTask::abort(&task.unwrap().task_id));
    let summary = client.run_all(abort).ordered().collect();
    let ids: Vec<_> = summary.succeeded.iter().map(|(task, _)| task.task_id.as_str()).collect();
    assert_eq!((ids, summary.is_success()), (vec!["251-0", "251-1", "251-2"], true));
}

#[test]
fn a_run_that_is_given_up_says_what_was_under_way() {
    let cloud = cloud();
    let client = client(&cloud);
    let tasks = (0..20).map(|id| ManageTask::abort(&id.to_string()));
    let mut run = client.run_each(tasks, |client, task| client.call(task).region("ap-tokyo")).concurrency(4);
    run.next().unwrap().outcome.unwrap();
    assert_eq!(run.progress().to_string(), "1 of 20 done, 0 failed, 3 under way");
    let left = run.give_up();
    assert_eq!((left.in_flight.len(), left.not_begun.count()), (3, 16));
    // One that is dropped says nothing, and hurts nobody.
    drop(client.run_all([ManageTask::abort("a"), ManageTask::abort("b")]).by_ref().next());
    assert_eq!(client.stats().in_flight, 0);
}

#[test]
fn a_run_gives_each_outcome_with_its_input() {
    let cloud = cloud();
    let client = client(&cloud);
    let tasks = (0..20).map(|id| ManageTask::abort(&id.to_string()));
    let mut ids: Vec<_> = client
        .run_all(tasks)
        .concurrency(4)
        .map(|done| {
            done.outcome.unwrap();
            done.input.task_id.parse::<u32>().unwrap()
        })
        .collect::<Vec<_>>();
    ids.sort_unstable();
    assert_eq!(ids, (0..20).collect::<Vec<_>>());
}
