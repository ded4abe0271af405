//! Answers that take their time, on virtual time.

use std::sync::atomic::Ordering;

use tencent_action::fake::Fault;
use tencent_action::{Clock, SystemClock};
use tokio::time::Instant;

use super::{VirtualClock, always, client, cloud, last, seconds};
use crate::support::ManageTask;

#[tokio::test(start_paused = true)]
async fn an_answer_comes_as_late_as_it_should() {
    let (cloud, runs) = cloud();
    let client = client(&cloud);
    for fault in [Fault::latency(seconds(59)), Fault::latency(seconds(59)).after_handler()] {
        cloud.fault(fault);
        let begin = Instant::now();
        ManageTask::abort("t").send(&client).await.unwrap();
        assert_eq!(begin.elapsed(), seconds(59));
        assert!(last(&cloud).handled);
    }
    assert_eq!(runs.load(Ordering::SeqCst), 2);
}

/// The caller leaves before, in, and after the handler.
#[tokio::test(start_paused = true)]
async fn who_leaves_too_early_is_remembered() {
    let (cloud, runs) = cloud();
    let client = client(&cloud);
    for (fault, handled) in [(Fault::latency(seconds(9)), 0), (Fault::latency(seconds(9)).after_handler(), 1)] {
        always(&cloud, &fault);
        runs.store(0, Ordering::SeqCst);
        let before = cloud.received().len();
        tokio::select! {
            _ = ManageTask::abort("t").send(&client) => panic!("it is too early"),
            () = SystemClock.sleep(seconds(8)) => {}
        }
        SystemClock.sleep(seconds(8)).await;
        assert_eq!(runs.load(Ordering::SeqCst), handled);
        assert_eq!((cloud.received().len(), last(&cloud).handled), (before + 1, handled == 1));
    }
}

#[tokio::test(start_paused = true)]
async fn who_waits_holds_up_nobody() {
    let (cloud, _) = cloud();
    cloud.faults([Some(Fault::latency(seconds(30))), None]);
    let client = client(&cloud);
    let begin = Instant::now();
    let (slow, fast) = (ManageTask::abort("slow"), ManageTask::abort("fast"));
    let timed = async |task: &ManageTask| {
        task.send(&client).await.unwrap();
        begin.elapsed()
    };
    let (slow, fast) = tokio::join!(timed(&slow), timed(&fast));
    assert_eq!((slow, fast), (seconds(30), seconds(0)));
    let received = cloud.received();
    // The one that came first was done with last.
    assert_eq!(
        (&received[0].parameters["TaskId"], &received[1].parameters["TaskId"]),
        (&"fast".into(), &"slow".into())
    );
    assert_eq!(received[0].arrived, received[1].arrived);
}

#[tokio::test(start_paused = true)]
async fn a_request_arrives_when_it_arrives() {
    let (cloud, _) = cloud();
    let clock = VirtualClock::new();
    let client = client(&cloud);
    for _ in 0..3 {
        cloud.fault(Fault::latency(seconds(10)));
        let before = clock.now();
        ManageTask::abort("t").send(&client).await.unwrap();
        assert_eq!(last(&cloud).arrived, before);
    }
}
