//! How many at once, in which order, and what is told of it.

use std::pin::pin;

use super::*;

#[tokio::test(start_paused = true)]
async fn no_more_are_under_way_than_allowed_and_no_fewer() {
    for (concurrency, most, took) in [(Some(4), 4, 25), (None, 16, 7), (Some(1000), 100, 1), (Some(0), 1, 100)] {
        let cloud = Cloud::new(a_second);
        let run = cloud.client().run_all((0..100).map(abort));
        let run = if let Some(concurrency) = concurrency { run.concurrency(concurrency) } else { run };
        assert_eq!(told(run).await.len(), 100);
        assert_eq!((cloud.most_in_flight(), cloud.begin.elapsed()), (most, seconds(took)), "{concurrency:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn outcomes_come_as_they_are_ready_or_in_the_order_of_the_inputs() {
    let cloud = Cloud::new(by_number);
    let ids = ["400", "100", "300", "200", "50"];
    let run = |client: &Client| client.run_all(ids.map(abort)).concurrency(3);
    assert_eq!(told(run(&cloud.client())).await, ["100", "300", "200", "50", "400"]);
    assert_eq!(cloud.begin.elapsed(), Duration::from_millis(400));
    assert_eq!(cloud.arrived(), ids);
    assert_eq!(told(run(&cloud.client()).ordered()).await, ids);
}

#[tokio::test(start_paused = true)]
async fn those_held_back_for_their_order_count_as_under_way() {
    let cloud = Cloud::new(by_number);
    let mut run = cloud.client().run_all(["1000", "1", "2", "3", "4"].map(abort)).concurrency(3).ordered();
    tokio::time::timeout_at(cloud.begin + Duration::from_millis(500), run.next()).await.unwrap_err();
    assert_eq!(cloud.arrived(), ["1000", "1", "2"]);
    let progress = run.progress();
    assert_eq!((progress.done(), progress.in_flight, progress.total), (2, 1, Some(5)));
    assert_eq!(told(run).await, ["1000", "1", "2", "3", "4"]);
}

#[tokio::test(start_paused = true)]
async fn inputs_are_taken_when_there_is_room_for_them() {
    let cloud = Cloud::new(a_second);
    let taken = Mutex::new(0);
    let inputs = (0..).map(|id| {
        *taken.lock().unwrap() += 1;
        abort(id)
    });
    let mut run = cloud.client().run_all(inputs).concurrency(4);
    assert_eq!(*taken.lock().unwrap(), 0);
    for done in 1..=10 {
        assert!(run.next().await.is_some());
        assert!(*taken.lock().unwrap() <= done + 4, "{} taken, {done} done", taken.lock().unwrap());
    }
    // Nobody polls the run, so nothing more is taken.
    let before = *taken.lock().unwrap();
    SystemClock.sleep(seconds(10)).await;
    assert_eq!(*taken.lock().unwrap(), before);
}

#[tokio::test(start_paused = true)]
async fn each_outcome_comes_with_its_input() {
    let cloud = Cloud::new(by_number);
    let ids = ["bad30", "20", "bad10", "40"];
    let mut run = cloud.client().run_all(ids.map(abort));
    let mut seen = Vec::new();
    while let Some(Done { input, index, outcome, .. }) = run.next().await {
        assert_eq!(input, abort(ids[index]));
        assert_eq!(
            outcome.as_ref().err().and_then(Error::code),
            input.task_id.starts_with("bad").then_some("FailedOperation")
        );
        seen.push(index);
    }
    assert_eq!(seen, [2, 1, 0, 3]);
}

#[tokio::test(start_paused = true)]
async fn progress_counts() {
    let cloud = Cloud::new(by_number);
    let client = cloud.client();
    let mut run = client.run_all(["10", "bad20", "30", "40"].map(abort)).concurrency(2);
    let counts = |run: &tencent_action::bulk::Progress| (run.succeeded, run.failed, run.in_flight, run.total);
    assert_eq!(counts(&run.progress()), (0, 0, 0, Some(4)));
    let mut told = Vec::new();
    while run.next().await.is_some() {
        told.push(counts(&run.progress()));
    }
    assert_eq!(told, [(1, 0, 1, Some(4)), (1, 1, 1, Some(4)), (2, 1, 1, Some(4)), (3, 1, 0, Some(4))]);
    assert_eq!(run.progress().to_string(), "4 of 4 done, 1 failed, 0 under way");

    let unknown = (0..10).filter(|id| id % 2 == 0).map(abort);
    let mut told = Vec::new();
    client.run_all(unknown).collect_with(|progress| told.push((progress.done(), progress.total))).await;
    assert_eq!((told.len(), told[0], told[4]), (5, (1, Some(5)), (5, Some(5))));
}

#[tokio::test(start_paused = true)]
async fn a_run_is_a_stream_and_can_be_spawned_or_borrow() {
    fn is_send<T: Send + 'static>(_: &T) {}
    let cloud = Cloud::new(a_second);
    let client = cloud.client();
    let run = client.run_all(vec![abort(1), abort(2)]);
    is_send(&run);
    let summary = tokio::spawn(run.collect()).await.unwrap();
    assert_eq!(summary.succeeded.len(), 2);

    let tasks = [abort(1), abort(2)];
    let mut run = pin!(client.run_each(&tasks, |client, task| client.call(*task)));
    let mut seen = 0;
    while let Some(done) = std::future::poll_fn(|cx| futures_core::Stream::poll_next(run.as_mut(), cx)).await {
        assert!(tasks.iter().any(|task| std::ptr::eq(task, done.input)));
        seen += 1;
    }
    assert_eq!(seen, 2);
}

#[tokio::test(start_paused = true)]
async fn a_slow_consumer_loses_nothing() {
    let cloud = Cloud::new(a_second);
    let mut run = cloud.client().run_all((0..20).map(abort)).concurrency(4);
    let mut succeeded = 0;
    while let Some(done) = run.next().await {
        succeeded += usize::from(done.outcome.is_ok());
        // Longer than the deadline of the calls that are under way meanwhile.
        SystemClock.sleep(seconds(90)).await;
    }
    assert_eq!(succeeded, 20);
}
