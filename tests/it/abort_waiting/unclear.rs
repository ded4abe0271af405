//! Tasks of which the answer, or the journal, doesn't tell what became of them.

use serde_json::json;
use tencent_action::ApiError;
use tencent_action::fake::Fault as Bad;
use tencent_action_examples::abort_waiting::Fate;

use super::*;

/// How often each task was asked to be aborted, as the cloud has seen it, whatever came of it.
fn asked(world: &World, id: &str) -> usize {
    let of = |action: &str| {
        world.cloud.received().iter().filter(|got| got.action == action && got.parameters["TaskId"] == *id).count()
    };
    of("ManageTask")
}

#[tokio::test(start_paused = true)]
async fn a_begin_without_an_end_is_looked_at_before_it_is_called_again() {
    let world = World::new(4);
    let [aborted, waiting, begun, _] = &world.ids[..] else { panic!() };
    // What a killed run has left: one that was aborted and not noted, one whose request never went out, one that has begun
    // since, and one that is gone.
    tencent_action_examples::api::ManageTask::abort(aborted, Some(7)).send(&world.client()).await.unwrap();
    world.vod.begin(begun);
    world.left(&format!("begin {aborted}\nbegin {waiting}\nunsure {begun}\nbegin 251-gone\n"));

    let mut looked = 0;
    let mut tell = |event: Event<'_>| {
        if let Event::Looking(count) = event {
            looked = count;
        }
    };
    let summary = world.run_with(&world.settings(), &mut Interrupt::new().1, &mut tell).await.unwrap();
    assert_eq!((counts(&summary), summary.gone, looked), ([3, 1, 0, 0], 1, 4));
    assert_eq!([aborted, waiting, begun].map(|id| asked(&world, id)), [1, 1, 0]);
    // Each was looked at ahead of any request to abort.
    let actions: Vec<_> = world.cloud.received().iter().skip(1).map(|got| got.action.clone()).collect();
    let first = actions.iter().position(|action| action == "ManageTask").unwrap();
    assert_eq!(actions[..first].iter().filter(|action| *action == "DescribeTaskDetail").count(), 4);
    let lines = world.lines();
    assert!(lines.contains(&format!("done {aborted} found ABORTED")), "{lines:#?}");
    assert!(lines.contains(&format!("late {begun} it is PROCESSING")) && lines.contains(&"gone 251-gone".to_owned()));
}

#[tokio::test(start_paused = true)]
async fn a_task_that_cant_be_looked_at_is_left_alone() {
    let world = World::new(2);
    world.left(&format!("begin {}\n", world.ids[0]));
    world.cloud.fault_when(|received| {
        let error = ApiError::new("InternalError", "Not now.");
        (received.action == "DescribeTaskDetail").then(|| Bad::error(error))
    });
    let summary = world.run().await.unwrap();
    assert_eq!((counts(&summary), summary.is_success()), ([1, 0, 1, 0], false));
    assert_eq!(world.vod.aborted(), world.ids[1..]);
    world.cloud.no_faults();
    assert_eq!(counts(&world.run().await.unwrap()), [1, 0, 0, 0]);
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_is_lost_is_found_out_by_a_look_and_no_second_request() {
    let world = World::new(40);
    let mut count = 0;
    world.cloud.fault_when(move |received| {
        count += usize::from(received.action == "ManageTask");
        (received.action == "ManageTask" && count % 4 == 0).then(|| Bad::reset().after_handler())
    });
    let summary = world.run().await.unwrap();
    assert_eq!((counts(&summary), world.meter.count()), ([40, 0, 0, 0], 40));
    world.assert_all_aborted_once();
}

#[tokio::test(start_paused = true)]
async fn a_request_that_is_lost_is_no_reason_to_call_again_in_the_same_run() {
    let world = World::new(3);
    let lost = world.ids[1].clone();
    world.cloud.fault_when(move |received| (received.parameters["TaskId"] == *lost).then(Bad::reset));
    // The look, too, is lost.
    let summary = world.run().await.unwrap();
    assert!(matches!(&summary.failed[..], [(id, Fate::Unsure(_))] if *id == world.ids[1]), "{summary}");
    assert_eq!((counts(&summary), world.meter.count()), ([2, 0, 1, 0], 3));
    world.cloud.no_faults();
    assert_eq!(counts(&world.run().await.unwrap()), [1, 0, 0, 0]);
    world.assert_all_aborted_once();
}

#[tokio::test(start_paused = true)]
async fn a_task_that_has_begun_meanwhile_is_no_failure() {
    let world = World::new(3);
    let (vod, id) = (world.vod.clone(), world.ids[2].clone());
    world.cloud.fault_when(move |received| {
        if received.action == "ManageTask" {
            vod.begin(&id);
        }
        None
    });
    let summary = world.run().await.unwrap();
    assert_eq!((counts(&summary), summary.is_success()), ([2, 1, 0, 0], true));
    assert_eq!(world.lines().last().unwrap(), &format!("late {} it is PROCESSING", world.ids[2]));
}

/// The same code, for another reason.
#[tokio::test(start_paused = true)]
async fn a_refusal_of_a_task_that_waits_is_a_failure() {
    let world = World::new(2);
    let refusal = ApiError::new("FailedOperation", "The moon is full.");
    world.cloud.fault_when(move |received| (received.action == "ManageTask").then(|| Bad::error(refusal.clone())));
    let summary = world.run().await.unwrap();
    assert_eq!((counts(&summary), summary.is_success()), ([0, 0, 2, 0], false));
    assert!(
        matches!(&summary.failed[0].1, Fate::Failed(why) if why.contains("The moon is full. (request id ")),
        "{summary}"
    );
}

#[tokio::test(start_paused = true)]
async fn an_odd_server_breaks_no_journal() {
    let world = World::new(0);
    let set = json!([
        { "TaskId": "a b\ndone c", "Status": "WAITING" },
        { "TaskId": "", "Status": "WAITING" },
        { "TaskId": "running", "Status": "PROCESSING" },
        { "TaskId": "twice" }, { "TaskId": "twice" },
    ]);
    world
        .cloud
        .on_json("vod", "2018-07-17", "DescribeTasks", move |_| Ok(json!({ "TaskSet": set, "ScrollToken": "" })));
    let message = "Not\nhere\r.";
    world
        .cloud
        .on_json("vod", "2018-07-17", "ManageTask", move |_| Err(ApiError::new("InvalidParameterValue", message)));
    let summary = world.run_with(&world.settings(), &mut Interrupt::new().1, &mut |_| {}).await.unwrap();
    assert_eq!((counts(&summary), world.meter.count()), ([0, 0, 3, 0], 1));
    assert_eq!(world.marks(), ["begin", "failed"]);
    let past = tencent_action_examples::abort_waiting::Journal::read(&world.journal(), &world.owner()).unwrap();
    assert!(!past.is_over("twice") && past.open().is_empty());
}
