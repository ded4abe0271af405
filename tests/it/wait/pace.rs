//! When the calls go, and what is told in between.

use std::pin::pin;

use tencent_action::fake::Fault;
use tencent_action::{Clock, SystemClock};

use super::*;

#[tokio::test(start_paused = true)]
async fn intervals_stay_within_their_jitter_and_are_not_all_alike() {
    let world = World::new(&["PROCESSING"]);
    let wait = task().send(&world.client()).until(judge).interval(seconds(10)).jitter(0.2).timeout(seconds(2000));
    assert!(wait.await.unwrap_err().is_timeout());
    let asked = world.asked();
    // The last two are cut short by the deadline.
    let gaps: Vec<_> = asked.windows(2).map(|pair| pair[1].abs_diff(pair[0])).take(asked.len() - 3).collect();
    assert!(gaps.len() > 150, "{}", gaps.len());
    assert!(gaps.iter().all(|gap| (ms(7_999)..=ms(12_002)).contains(gap)), "{gaps:?}");
    assert!(gaps.iter().any(|gap| *gap < seconds(9)) && gaps.iter().any(|gap| *gap > seconds(11)), "{gaps:?}");
}

#[tokio::test(start_paused = true)]
async fn intervals_grow() {
    let world = World::new(&["P", "P", "P", "P", "P", "FINISH"]);
    let wait = task().send(&world.client()).until(judge).interval(seconds(2)).growing(2.0, seconds(10)).jitter(0.0);
    wait.await.unwrap();
    assert_eq!(world.asked_ms(), [0, 2000, 6000, 14_000, 24_000, 34_000]);
}

#[tokio::test(start_paused = true)]
async fn an_interval_is_counted_from_the_answer() {
    let world = World::new(&["PROCESSING", "FINISH"]);
    world.cloud.fault(Fault::latency(seconds(7)));
    task().send(&world.client()).until(judge).jitter(0.0).await.unwrap();
    assert_eq!(world.asked_ms(), [7000, 12_000]);
}

#[tokio::test(start_paused = true)]
async fn nothing_goes_before_its_turn() {
    let world = World::new(&["P", "P", "P", "P", "FINISH"]);
    let client = world.cloud.client().rate_limit("vod", "DescribeTaskDetail", 2).build().unwrap();
    task().send(&client).until(judge).interval(Duration::ZERO).await.unwrap();
    let asked = world.asked();
    assert!(asked.windows(3).all(|three| three[2].abs_diff(three[0]) >= seconds(1)), "{asked:?}");
}

#[tokio::test(start_paused = true)]
async fn it_tells_its_progress_between_calls() {
    let world = World::new(&["WAITING", "PROCESSING", "FINISH"]);
    world.cloud.faults([None, Some(Fault::refused()), None]);
    let mut told = Vec::new();
    let wait = task().send(&world.client()).until(judge).jitter(0.0).on_progress(|progress| {
        let latest = progress.latest.map(|detail| detail.status.clone()).map_err(tencent_action::Error::is_transport);
        told.push((progress.calls, progress.elapsed, latest, progress.seen.to_owned(), progress.next));
        let after = format!("call {} after {}.0s: ", progress.calls, 5 * (progress.calls - 1));
        let line = progress.to_string();
        assert!(line.starts_with(&after) && line.ends_with("; the next in 5.0s"), "{line}");
    });
    wait.await.unwrap();
    let at =
        |calls: u32, latest, seen: &str| (calls, seconds(5 * u64::from(calls - 1)), latest, seen.into(), seconds(5));
    let expected = [
        at(1, Ok("WAITING".into()), "WAITING"),
        at(2, Err(true), "WAITING"),
        at(3, Ok("PROCESSING".into()), "PROCESSING"),
    ];
    assert_eq!(told, expected);
}

/// A wait that is left lying while it pauses, and polled after its deadline.
#[tokio::test(start_paused = true)]
async fn a_wait_calls_no_more_after_its_deadline() {
    let world = World::new(&["PROCESSING"]);
    let wait = task().send(&world.client()).until(judge).interval(seconds(2)).jitter(0.0).timeout(seconds(20));
    let mut wait = pin!(wait);
    tokio::select! {
        _ = wait.as_mut() => panic!("the task is under way"),
        () = SystemClock.sleep(seconds(3)) => {}
    }
    tokio::time::advance(seconds(60)).await;
    assert!(wait.await.unwrap_err().is_timeout());
    assert_eq!(world.asked_ms(), [0, 2000]);
}
