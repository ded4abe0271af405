//! Many calls under a rate limit, with the deadline that clients have if nobody says otherwise.

use tencent_action::fake::FakeCloud;
use tencent_action::tencent_action;

use super::{Duration, Instant, Mutex, seconds};
use crate::faults::VirtualClock;

#[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 20)]
struct ManageTask {
    task_id: String,
    operation_type: String,
}

fn abort(id: usize) -> ManageTask {
    ManageTask { task_id: id.to_string(), operation_type: "Abort".to_owned() }
}

/// Runs so many tasks, and gives when each arrived, as the cloud has seen it; the cloud throttles too.
async fn arrivals(tasks: usize, concurrency: usize) -> Vec<Duration> {
    let arrived = std::sync::Arc::<Mutex<Vec<(Duration, String)>>>::default();
    let (begin, noted) = (Instant::now(), arrived.clone());
    let cloud = FakeCloud::builder().clock(VirtualClock::new()).observe(move |received| {
        let id = received.parameters["TaskId"].as_str().unwrap().to_owned();
        noted.lock().unwrap().push((begin.elapsed(), id));
    });
    let cloud = cloud.in_process();
    cloud.on(|_: ManageTask| Ok(tencent_action::Empty)).throttle("vod", "ManageTask", 20);
    let client = cloud.client().build().unwrap();

    let summary = client.run_all((0..tasks).map(abort)).concurrency(concurrency).collect().await;
    assert_eq!((summary.succeeded.len(), summary.failed.first().map(|(_, error)| error.to_string())), (tasks, None));
    assert!(summary.succeeded.iter().all(|(_, reply)| reply.attempts() == 1));
    let arrived = arrived.lock().unwrap();
    // First come, first served: that of the limiter, and so that of the inputs.
    assert!(arrived.iter().enumerate().all(|(index, (_, id))| *id == index.to_string()));
    arrived.iter().map(|(at, _)| *at).collect()
}

#[tokio::test(start_paused = true)]
async fn ten_thousand_tasks_stay_within_the_limit_and_none_fails() {
    let arrived = arrivals(10_000, 64).await;
    assert_eq!(arrived.len(), 10_000);
    assert!(arrived.windows(21).all(|window| window[20].abs_diff(window[0]) >= seconds(1)));
    // And the limit is used up.
    assert_eq!(arrived[9_999], seconds(499));
}

/// 5,000 in the queue would be 250 seconds of it; the calls have 60.
#[tokio::test(start_paused = true)]
async fn nobody_waits_for_a_turn_until_the_deadline_however_many_are_allowed() {
    let arrived = arrivals(5_000, 5_000).await;
    assert_eq!((arrived.len(), arrived[4_999]), (5_000, seconds(249)));
}

#[tokio::test(start_paused = true)]
async fn the_room_follows_the_limit_and_the_deadline_of_the_calls() {
    let cloud = FakeCloud::builder().clock(VirtualClock::new()).in_process();
    cloud.on(|_: ManageTask| Ok(tencent_action::Empty));
    for (limit, deadline, room) in [(20, 60, 300), (20, 4, 20), (1, 60, 15), (1, 2, 1), (40, 60, 600)] {
        let client = cloud.client().rate_limit("vod", "ManageTask", limit).build().unwrap();
        let mut run =
            client.run_each(0..2000, |client, id| abort(*id).send(client).timeout(seconds(deadline))).concurrency(1000);
        run.next().await.unwrap();
        let progress = run.progress();
        let begun = progress.in_flight + progress.done();
        assert_eq!(begun, room, "{limit} a second in {deadline} s");
    }
    let unlimited = cloud.client().without_rate_limits().build().unwrap();
    let mut run = unlimited.run_all((0..2000).map(abort)).concurrency(1000);
    run.next().await.unwrap();
    assert_eq!(run.progress().in_flight, 999);
}
