//! How a run goes.

use std::time::Duration;

use tencent_action::fake::Fault as Bad;
use tencent_action::{ApiError, Clock, SystemClock};
use tokio::time::Instant;

use super::*;

#[tokio::test(start_paused = true)]
async fn ten_thousand_tasks_are_aborted_within_the_limit_and_none_twice() {
    let (world, begin) = (World::new(10_000), Instant::now());
    world.cloud.throttle("vod", "ManageTask", 20);
    let summary = world.run().await.unwrap();
    assert_eq!((counts(&summary), summary.is_success(), summary.wait_now), ([10_000, 0, 0, 0], true, Some(0)));
    world.assert_all_aborted_once();
    assert_eq!((world.meter.count(), world.meter.most_in_a_second()), (10_000, 20));
    // 500 times twenty, each 1.1 seconds after the one before.
    assert_eq!(begin.elapsed().as_millis(), 499 * 1100);
    let marks = world.marks();
    let of = |mark: &str| marks.iter().filter(|of| *of == mark).count();
    assert_eq!((of("begin"), of("done"), marks.len()), (10_000, 10_000, 20_000));

    let again = world.run().await.unwrap();
    assert_eq!((counts(&again), world.meter.count()), ([0; 4], 10_000));
}

#[tokio::test(start_paused = true)]
async fn a_dry_run_sends_no_manage_task_and_makes_no_journal() {
    let world = World::new(250);
    let (client, settings) = (world.client(), world.settings());
    let mut listed = Vec::new();
    let mut tell = |event: Event<'_>| {
        if let Event::Listed(count) = event {
            listed.push(count);
        }
    };
    let listed_ids = AbortWaiting::new(&client, &settings, &mut tell).dry_run().await.unwrap();
    assert_eq!((&listed_ids, listed.len()), (&world.ids, 250));
    let limited = Settings { limit: Some(3), ..settings };
    assert_eq!(AbortWaiting::new(&client, &limited, &mut |_| {}).dry_run().await.unwrap(), world.ids[..3]);
    assert!(world.cloud.received().iter().all(|request| request.action != "ManageTask"));
    assert!(!world.journal().exists());
}

#[tokio::test(start_paused = true)]
async fn a_limit_is_kept_and_the_next_run_goes_on() {
    let world = World::new(50);
    let settings = Settings { limit: Some(30), ..world.settings() };
    let run = || async { world.run_with(&settings, &mut Interrupt::new().1, &mut |_| {}).await.unwrap() };
    assert_eq!(counts(&run().await), [30, 0, 0, 0]);
    assert_eq!(world.vod.aborted(), world.ids[..30]);
    assert_eq!(counts(&run().await), [20, 0, 0, 0]);
    world.assert_all_aborted_once();
}

#[tokio::test(start_paused = true)]
async fn an_interrupt_begins_nothing_more_and_finishes_what_has_begun() {
    let world = World::new(100);
    // Of each 20, the last are answered a while later, so that some are under way when it comes.
    world.cloud.fault_when(|received| {
        (received.action == "ManageTask").then(|| Bad::latency(Duration::from_millis(500)).after_handler())
    });
    let (pressed, mut interrupt) = Interrupt::new();
    tokio::spawn(async move {
        SystemClock.sleep(Duration::from_millis(2300)).await;
        pressed.send_replace(true);
        pressed.closed().await;
    });
    let mut stops = 0;
    let mut tell = |event: Event<'_>| stops += usize::from(matches!(event, Event::Stops));
    let summary = world.run_with(&world.settings(), &mut interrupt, &mut tell).await.unwrap();
    assert!(summary.interrupted && !summary.is_success());
    let aborted = world.vod.aborted().len();
    assert_eq!((counts(&summary), stops), ([aborted, 0, 0, 100 - aborted], 1));
    assert!((21..100).contains(&aborted), "{aborted}");
    // Each begin has an end.
    let open = tencent_action_examples::abort_waiting::Journal::read(&world.journal(), &world.owner()).unwrap().open();
    assert_eq!(open, Vec::<String>::new());

    world.cloud.no_faults();
    let before = world.cloud.received().iter().filter(|request| request.action == "DescribeTaskDetail").count();
    let rest = world.run().await.unwrap();
    assert_eq!((counts(&rest), before), ([100 - aborted, 0, 0, 0], 0));
    world.assert_all_aborted_once();
}

#[tokio::test(start_paused = true)]
async fn what_would_fail_for_all_is_not_tried_for_all() {
    let world = World::new(100);
    let refusal = ApiError::new("UnauthorizedOperation", "You may not.");
    world.cloud.fault_when(move |received| (received.action == "ManageTask").then(|| Bad::error(refusal.clone())));
    let summary = world.run().await.unwrap();
    assert!(!summary.is_success() && summary.failed.len() <= 16 && summary.not_begun >= 84, "{summary}");
    assert_eq!(summary.failed.len() + summary.not_begun, 100);
    let shown = summary.to_string();
    let (_, fate) = &summary.failed[0];
    assert!(shown.contains("stopped") && fate.to_string().contains("request id"), "{shown}");

    // What was refused is tried again by the next run.
    world.cloud.no_faults();
    assert_eq!(counts(&world.run().await.unwrap()), [100, 0, 0, 0]);
    world.assert_all_aborted_once();
}

#[tokio::test(start_paused = true)]
async fn a_list_that_breaks_off_aborts_nothing() {
    let world = World::new(250);
    let mut pages = 0;
    world.cloud.fault_when(move |received| {
        pages += usize::from(received.action == "DescribeTasks");
        (pages == 2).then(|| Bad::page(http::StatusCode::BAD_GATEWAY))
    });
    let fault = world.run().await.unwrap_err();
    assert!(matches!(&fault, Fault::Call(error) if error.action() == Some("DescribeTasks")), "{fault}");
    assert_eq!(world.meter.count(), 0);
}
