//! How a run ends before its inputs do.

use super::*;

#[tokio::test(start_paused = true)]
async fn at_the_first_error_no_more_begin_and_those_under_way_are_told() {
    let cloud = Cloud::new(by_number);
    let ids = ["100", "bad10", "200", "1", "2", "3"];
    let mut run = cloud.client().run_all(ids.map(abort)).concurrency(3).stop_at_first_error();
    let mut told = Vec::new();
    while let Some(done) = run.next().await {
        told.push((done.input.task_id, done.outcome.is_ok()));
    }
    assert_eq!(told, [("bad10".to_owned(), false), ("100".to_owned(), true), ("200".to_owned(), true)]);
    assert_eq!((cloud.arrived().len(), cloud.answered()), (3, 3));
    let left = run.give_up();
    assert!(left.in_flight.is_empty() && left.done.is_empty());
    assert_eq!(left.not_begun.collect::<Vec<_>>(), ["1", "2", "3"].map(abort));

    // In order, the error is told in its turn, and has stopped the run before.
    let run = cloud.client().run_all(ids.map(abort)).concurrency(3).stop_at_first_error().ordered();
    assert_eq!(super::told(run).await, ["100", "bad10", "200"]);
}

#[tokio::test(start_paused = true)]
async fn a_summary_has_all_of_it() {
    let cloud = Cloud::new(by_number);
    let client = cloud.client();
    let ids = ["30", "bad10", "20", "bad40"];
    let summary = client.run_all(ids.map(abort)).collect().await;
    let succeeded: Vec<_> =
        summary.succeeded.iter().map(|(task, reply)| (&*task.task_id, reply.request_id())).collect();
    assert_eq!(succeeded, [("20", "r"), ("30", "r")]);
    let failed: Vec<_> = summary.failed.iter().map(|(task, error)| (&*task.task_id, error.code().unwrap())).collect();
    assert_eq!(failed, [("bad10", "FailedOperation"), ("bad40", "FailedOperation")]);
    assert!(!summary.is_success() && summary.fault.is_none());
    assert_eq!(summary.to_string(), "2 succeeded, 2 failed");
    assert_eq!(summary.not_begun.count(), 0);

    let summary = client.run_all(ids.map(abort)).concurrency(1).stop_at_first_error().ordered().collect().await;
    assert_eq!((summary.succeeded.len(), summary.failed.len()), (1, 1));
    assert_eq!(summary.not_begun.map(|task| task.task_id).collect::<Vec<_>>(), ["20", "bad40"]);
}

#[tokio::test(start_paused = true)]
async fn a_run_that_is_stopped_finishes_what_has_begun() {
    let cloud = Cloud::new(a_second);
    let mut run = cloud.client().run_all((0..100).map(abort)).concurrency(8);
    run.next().await.unwrap();
    let begun = cloud.arrived().len();
    run.stop();
    let mut told = 1;
    while let Some(done) = run.next().await {
        assert!(done.outcome.is_ok());
        told += 1;
    }
    assert_eq!((told, cloud.arrived().len(), cloud.answered()), (begun, begun, begun));
    assert!(run.next().await.is_none());
    assert_eq!(run.give_up().not_begun.count(), 100 - begun);
}

#[tokio::test(start_paused = true)]
async fn giving_up_says_what_was_under_way() {
    let cloud = Cloud::new(by_number);
    let ids = ["500", "10", "400", "20", "1", "2"];
    let mut run = cloud.client().run_all(ids.map(abort)).concurrency(4).ordered();
    tokio::time::timeout_at(cloud.begin + Duration::from_millis(100), run.next()).await.unwrap_err();
    let left = run.give_up();
    assert_eq!(left.done.iter().map(|done| done.index).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(left.in_flight, ["500", "400"].map(abort));
    assert_eq!(left.not_begun.collect::<Vec<_>>(), ["1", "2"].map(abort));
    assert_eq!((cloud.in_flight(), cloud.answered()), (0, 2));
}

#[tokio::test(start_paused = true)]
async fn dropping_a_run_drops_its_calls() {
    let cloud = Cloud::new(a_second);
    let mut run = cloud.client().run_all((0..100).map(abort)).concurrency(8);
    tokio::time::timeout_at(cloud.begin + Duration::from_millis(500), run.next()).await.unwrap_err();
    assert_eq!(cloud.in_flight(), 8);
    drop(run);
    assert_eq!((cloud.in_flight(), cloud.answered(), cloud.arrived().len()), (0, 0, 8));
}

#[tokio::test(start_paused = true)]
async fn dropping_a_look_at_the_next_loses_nothing() {
    let cloud = Cloud::new(by_number);
    let mut run = cloud.client().run_all((100..120).map(abort)).concurrency(3);
    let mut told = Vec::new();
    loop {
        tokio::select! {
            biased;
            done = run.next() => match done {
                Some(done) => told.push(done.input.task_id),
                None => break,
            },
            () = SystemClock.sleep(Duration::from_millis(7)) => {}
        }
    }
    told.sort_unstable();
    assert_eq!(told, (100..120).map(|id| id.to_string()).collect::<Vec<_>>());
}
