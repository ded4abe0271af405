//! What a client may spend on trying again.

use std::task::{Context, Waker};

use tencent_action::fake::Fault;
use tencent_action::{Client, Error};

use super::steps::{BOTH, polled};
use crate::faults::{always, cloud};
use crate::support::ManageTask;

async fn attempts(client: &Client) -> u32 {
    ManageTask::abort("t").send(client).await.unwrap_err().attempts()
}

/// An attempt that is never made costs nothing.
#[tokio::test(start_paused = true)]
async fn a_call_that_is_given_up_before_it_tries_again_has_paid_nothing() {
    for dropped in BOTH {
        let (cloud, _) = cloud();
        let client = cloud.client().build().unwrap();
        always(&cloud, &Fault::refused());
        for _ in 0..300 {
            // Nothing else in it waits.
            let outcome: Option<Result<_, Error>> = polled(ManageTask::abort("t").send(&client), 1, dropped).await;
            assert!(outcome.is_none());
        }
        assert_eq!(attempts(&client).await, 3);
        assert_eq!(cloud.received().len(), 303);
    }
}

/// One that was made costs what it costs, whoever gives up.
#[tokio::test(start_paused = true)]
async fn a_call_that_is_given_up_after_it_tried_again_has_paid() {
    let (cloud, _) = cloud();
    let client = cloud.client().build().unwrap();
    always(&cloud, &Fault::refused());
    for _ in 0..99 {
        assert!(polled(ManageTask::abort("t").send(&client), 2, BOTH[0]).await.is_none());
    }
    assert_eq!((attempts(&client).await, cloud.received().len()), (2, 200));
}

/// What another attempt costs is paid when it is made: those that are left lying before it hold nothing.
#[tokio::test(start_paused = true)]
async fn calls_that_are_left_lying_keep_no_other_from_trying_again() {
    let (cloud, _) = cloud();
    let client = cloud.client().build().unwrap();
    always(&cloud, &Fault::refused());
    let mut lying: Vec<_> = (0..100).map(|_| Box::pin(ManageTask::abort("t").send(&client))).collect();
    for call in &mut lying {
        assert!(call.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }
    assert_eq!(attempts(&client).await, 3);
    // There are 98 more in the budget, whoever comes for them.
    let mut made = 0;
    for call in lying {
        made += call.await.unwrap_err().attempts();
    }
    assert_eq!(made, 100 + 98);
}
