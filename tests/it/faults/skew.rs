//! A clock that is off: learnt from a refusal, once, and kept.

use std::sync::atomic::Ordering;

use http::Response;
use tencent_action::fake::Fault;

use super::cloud;
use crate::support::ManageTask;

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_off_is_set_right_by_the_servers() {
    for off in [-100_000, -301, 301, 100_000] {
        let (cloud, runs) = cloud();
        let client = cloud.client().build().unwrap();
        cloud.skew(off);
        let reply = ManageTask::abort("t").send(&client).await.unwrap();
        assert_eq!(reply.attempts(), 2, "{off}");
        let reply = ManageTask::abort("t").send(&client).await.unwrap();
        assert_eq!((reply.attempts(), runs.load(Ordering::SeqCst)), (1, 2), "{off}: it is kept");
        // The server's clock jumps, and is followed.
        cloud.skew(0);
        assert_eq!(ManageTask::abort("t").send(&client).await.unwrap().attempts(), 2, "{off}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_clock_within_the_window_is_left_alone() {
    let (cloud, _) = cloud();
    let client = cloud.client().build().unwrap();
    cloud.skew(299);
    assert_eq!(ManageTask::abort("t").send(&client).await.unwrap().attempts(), 1);
}

/// Refused again, the call fails: a gate that contradicts itself isn't asked for ever.
#[tokio::test(start_paused = true)]
async fn a_date_that_helps_nothing_is_followed_once() {
    let refusal = r#"{"Response":{"Error":{"Code":"AuthFailure.SignatureExpire","Message":"m"},"RequestId":"r"}}"#;
    let answered = |name: &'static str, value: &'static str| {
        let answer = Response::builder().header(name, value).header("content-type", "application/json");
        Fault::answer(answer.body(refusal).unwrap())
    };
    for (fault, attempts) in [
        (answered("date", "Mon, 25 Feb 2019 20:00:00 GMT"), 2),
        (answered("date", "yesterday"), 1),
        // From a cache: it says nothing of the time now.
        (answered("age", "7200"), 1),
    ] {
        let (cloud, runs) = cloud();
        super::always(&cloud, &fault);
        let error = ManageTask::abort("t").send(&cloud.client().build().unwrap()).await.unwrap_err();
        assert_eq!(error.code(), Some("AuthFailure.SignatureExpire"));
        assert_eq!((error.attempts(), runs.load(Ordering::SeqCst)), (attempts, 0), "{error}");
        assert!(!error.may_have_run());
    }
}
