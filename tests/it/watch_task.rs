//! The core of the example `watch_task`, on virtual time, with tasks that wait and run by the cloud's clock.

use std::time::Duration;

use tencent_action::fake::{FakeCloud, Fault};
use tencent_action::{ApiError, Client, Clock, RetryPolicy, SystemClock, WaitError};
use tencent_action_examples::api::TaskDetail;
use tencent_action_examples::watch_task::{Ending, Event, WatchTask, progress, start};
use tencent_action_examples::{BROKEN, Interrupt, MEDIA, Pace, Vod};
use tokio::time::Instant;

use crate::faults::VirtualClock;

struct World {
    cloud: FakeCloud,
    begin: Instant,
}

/// What was told, in short, and how it ended.
type Outcome = (Vec<String>, Result<Ending, WaitError<TaskDetail>>);

impl World {
    /// Tasks wait for 7 seconds, and run for 20: of looks each 5 seconds or so, two see them wait.
    fn new() -> Self {
        let clock = VirtualClock::new();
        let cloud = FakeCloud::builder().clock(clock).in_process();
        let pace = Pace { waits: seconds(7), runs: seconds(20) };
        Vod::new(clock).pace(pace).open(&cloud);
        Self { cloud, begin: Instant::now() }
    }

    fn client(&self) -> Client {
        self.cloud.client().retry(RetryPolicy::never()).build().unwrap()
    }

    /// Starts a task and watches it. Ctrl-C comes after so many seconds.
    async fn watch(&self, file: &str, ctrl_c: u64) -> Outcome {
        let (pressed, mut interrupt) = Interrupt::new();
        tokio::spawn(async move {
            SystemClock.sleep(seconds(ctrl_c)).await;
            pressed.send_replace(true);
            pressed.closed().await;
        });
        let client = self.client();
        let task_id = start(&client, file.to_owned(), &[20, 30], Some(7)).await.unwrap();
        let task = WatchTask { task_id, sub_app_id: Some(7), interval: seconds(5), timeout: seconds(600) };
        let mut told = Vec::new();
        let mut tell = |event: Event<'_>| {
            told.push(match event {
                Event::Look(look) => format!("{} {}", look.seen, look.latest.map_or(0, |detail| progress(detail))),
                Event::Aborts(_) => "aborts".to_owned(),
                Event::TooLate(error) => format!("too late: {}", error.map_or("seen", |error| error.code().unwrap())),
                Event::Refused(_) => "refused".to_owned(),
                Event::Unsure(_) => "unsure".to_owned(),
            });
        };
        let ending = task.run(&client, &mut interrupt, &mut tell).await;
        (told, ending)
    }

    fn count(&self, action: &str) -> usize {
        self.cloud.received().iter().filter(|received| received.action == action).count()
    }
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

const NEVER: u64 = 10_000;

#[tokio::test(start_paused = true)]
async fn a_task_is_watched_from_its_start_to_its_end() {
    let world = World::new();
    let (told, ending) = world.watch(MEDIA, NEVER).await;
    let Ok(Ending::Succeeded(detail)) = ending else { panic!("{ending:?}") };
    assert_eq!(progress(&detail), 100);
    assert_eq!(told.first().unwrap(), "WAITING 0");
    let percents: Vec<u64> = told
        .iter()
        .filter_map(|told| told.strip_prefix("PROCESSING "))
        .map(|percent| percent.parse().unwrap())
        .collect();
    assert!(percents.len() >= 3 && percents.is_sorted() && percents.iter().all(|percent| *percent < 100), "{told:?}");
    assert!(world.begin.elapsed() >= seconds(27) && world.begin.elapsed() < seconds(33));
    assert_eq!(world.count("ManageTask"), 0);
}

/// `FINISH` is not success.
#[tokio::test(start_paused = true)]
async fn a_task_that_is_finished_has_failed_if_its_parts_have() {
    let (_, ending) = World::new().watch(BROKEN, NEVER).await;
    let Ok(Ending::Failed(reason)) = ending else { panic!("{ending:?}") };
    let of = |template| {
        format!("Transcode by template {template} is FAIL: SourceFileReadError (The source file can't be read.)")
    };
    assert_eq!(reason, format!("{}; {}", of(20), of(30)));
}

#[tokio::test(start_paused = true)]
async fn ctrl_c_aborts_a_task_that_waits_and_its_end_is_seen() {
    let world = World::new();
    let (told, ending) = world.watch(MEDIA, 6).await;
    assert!(matches!(ending, Ok(Ending::Aborted)), "{ending:?}");
    assert_eq!(told, ["WAITING 0", "WAITING 0", "aborts"]);
    assert!(world.begin.elapsed() < seconds(12));
    assert_eq!(world.count("ManageTask"), 1);
}

#[tokio::test(start_paused = true)]
async fn ctrl_c_that_comes_too_late_says_so_and_the_task_is_watched_on() {
    // Seen to run: nothing is asked. Not seen yet: the cloud says it.
    for (ctrl_c, requests, line) in [(20, 0, "too late: seen"), (8, 1, "too late: FailedOperation")] {
        let world = World::new();
        let (told, ending) = world.watch(MEDIA, ctrl_c).await;
        assert!(matches!(ending, Ok(Ending::Succeeded(_))), "{ending:?}");
        assert!(told.contains(&line.to_owned()), "{told:?}");
        assert_eq!(world.count("ManageTask"), requests);
    }
}

#[tokio::test(start_paused = true)]
async fn an_abort_whose_answer_is_lost_shows_in_the_end() {
    let world = World::new();
    world.cloud.fault_when(|received| (received.action == "ManageTask").then(|| Fault::reset().after_handler()));
    let (told, ending) = world.watch(MEDIA, 6).await;
    assert!(matches!(ending, Ok(Ending::Aborted)), "{ending:?}");
    assert_eq!((told.last().unwrap().as_str(), world.count("ManageTask")), ("unsure", 1));
}

#[tokio::test(start_paused = true)]
async fn a_refusal_for_another_reason_is_told_and_the_task_is_watched_on() {
    let world = World::new();
    let refusal = ApiError::new("UnauthorizedOperation", "You may not.");
    world.cloud.fault_when(move |received| (received.action == "ManageTask").then(|| Fault::error(refusal.clone())));
    let (told, ending) = world.watch(MEDIA, 6).await;
    assert!(matches!(ending, Ok(Ending::Succeeded(_))), "{ending:?}");
    assert!(told.contains(&"refused".to_owned()), "{told:?}");
}

#[tokio::test(start_paused = true)]
async fn what_isnt_known_to_have_succeeded_hasnt() {
    let world = World::new();
    for (answer, reason) in [
        (serde_json::json!({ "Status": "FINISH", "TaskType": "EditMedia" }), "its kind is EditMedia"),
        (
            serde_json::json!({ "Status": "FINISH", "ProcedureTask": { "MediaProcessResultSet": [{ "Type": "ImageSprites" }] } }),
            "its part ImageSprites",
        ),
    ] {
        world.cloud.on_json("vod", "2018-07-17", "DescribeTaskDetail", move |_| Ok(answer.clone()));
        let (_, ending) = world.watch(MEDIA, NEVER).await;
        assert!(matches!(&ending, Ok(Ending::Failed(of)) if of.contains(reason)), "{ending:?}");
    }
}
