//! Inputs that don't come from an iterator, and calls that aren't of an action as declared.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use tencent_action::bulk;

use super::*;

/// A stream of tasks, one a second, or of errors where there is no id.
struct Ticking {
    ids: std::slice::Iter<'static, &'static str>,
    sleep: Pin<Box<dyn Future<Output = ()> + Send>>,
}

fn ticking(ids: &'static [&'static str]) -> Ticking {
    Ticking { ids: ids.iter(), sleep: Box::pin(SystemClock.sleep(Duration::ZERO)) }
}

impl Stream for Ticking {
    type Item = Result<ManageTask, String>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        ready!(self.sleep.as_mut().poll(cx));
        self.sleep = Box::pin(async { SystemClock.sleep(seconds(1)).await });
        let id = self.ids.next();
        Poll::Ready(id.map(|id| if id.is_empty() { Err("the list broke off".to_owned()) } else { Ok(abort(id)) }))
    }
}

#[tokio::test(start_paused = true)]
async fn inputs_come_from_a_stream_while_calls_are_under_way() {
    let cloud = Cloud::new(by_number);
    let inputs = bulk::stream(ticking(&["2500", "100", "100", "100"]));
    let run = cloud.client().run_each(inputs, |client, task| client.call(task.as_ref().unwrap())).concurrency(2);
    let summary = run.collect().await;
    // There was room for one beside the first, so the stream wasn't asked while another was there, and its second began then.
    let arrived: Vec<_> = cloud.count.lock().unwrap().arrived.iter().map(|(at, _)| at.as_millis()).collect();
    assert_eq!((arrived, summary.succeeded.len()), (vec![0, 1000, 2100, 3200], 4));
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_fails_ends_the_inputs_and_is_told_after_the_calls() {
    let cloud = Cloud::new(by_number);
    let client = cloud.client();
    let inputs = || bulk::try_stream(ticking(&["5000", "100", "", "1"]));
    let mut run = client.run_all(inputs());
    let mut told = Vec::new();
    let fault = loop {
        match run.try_next().await {
            Ok(done) => told.push(done.unwrap().input.task_id),
            Err(fault) => break fault,
        }
    };
    assert_eq!((told, fault.as_str()), (vec!["100".to_owned(), "5000".to_owned()], "the list broke off"));
    assert!(run.try_next().await.unwrap().is_none());
    assert_eq!(run.give_up().not_begun.into_stream().ids.as_slice(), ["1"]);

    let summary = client.run_all(inputs()).collect().await;
    assert_eq!((summary.succeeded.len(), summary.fault.as_deref()), (2, Some("the list broke off")));
    assert!(!summary.is_success());
    assert_eq!(summary.to_string(), "2 succeeded, 0 failed, and the inputs broke off");
}

#[tokio::test(start_paused = true)]
async fn an_iterator_that_fails_ends_the_inputs_and_is_told_after_the_calls() {
    let cloud = Cloud::new(by_number);
    let inputs = [Ok("500"), Ok("100"), Err("the disk is full"), Ok("1")];
    let tasks = bulk::try_iter(inputs).into_inner().map(|id| id.map(abort));
    let mut run = cloud.client().run_all(bulk::try_iter(tasks)).concurrency(2);
    let first = run.try_next().await.unwrap().unwrap();
    assert_eq!((first.input.task_id.as_str(), run.progress().total), ("100", Some(4)));
    assert_eq!(run.try_next().await.unwrap().unwrap().input.task_id, "500");
    assert_eq!(run.try_next().await.unwrap_err(), "the disk is full");
    let left: Vec<_> = run.give_up().not_begun.into_inner().collect();
    assert_eq!((left, cloud.arrived().len()), (vec![Ok(abort("1"))], 2));
}

#[tokio::test(start_paused = true)]
async fn any_call_will_do_and_any_input() {
    let cloud = Cloud::new(a_second);
    let rows = [(7, "a"), (8, "b")];
    let run = cloud.client().run_each(rows, |client, (line, id)| {
        let parameters = serde_json::json!({ "TaskId": id, "Line": line });
        client.call_json("vod", "2018-07-17", "ManageTask", &parameters).region("no region")
    });
    let summary = run.collect().await;
    assert_eq!((summary.failed.len(), summary.failed[0].0, cloud.arrived().len()), (2, (7, "a"), 0));

    let run =
        cloud.client().run_each(rows, |client, (_, id)| abort(id).send(client).timeout(Duration::from_millis(500)));
    let summary = run.collect().await;
    assert!(summary.failed.iter().all(|(_, error)| error.is_timeout() && error.may_have_run()));
    assert_eq!((summary.failed.len(), cloud.in_flight()), (2, 0));
}

#[test]
fn it_needs_no_runtime() {
    let answer = |_: Request<Bytes>| async { Ok::<_, Infallible>(Response::new(r#"{"Response":{"RequestId":"r"}}"#)) };
    let clock = crate::support::StoppedClock(crate::support::SECOND);
    let client = Client::builder().without_env().credentials(credential()).clock(clock).transport(answer).build();
    let mut run = std::pin::pin!(client.unwrap().run_all((0..100).map(abort)).collect());
    let mut cx = Context::from_waker(std::task::Waker::noop());
    // Nothing here waits, so that it takes no more than the polls that a task is given before others have their turn.
    for _ in 0..100 {
        if let Poll::Ready(summary) = run.as_mut().poll(&mut cx) {
            assert_eq!(summary.succeeded.len(), 100);
            return;
        }
    }
    panic!("it isn't over");
}
