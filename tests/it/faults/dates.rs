//! The cloud's date, and a clock that is off.

use http::{HeaderMap, Response, StatusCode};
use tencent_action::fake::{FakeCloud, Fault};
use tencent_action::{ApiError, Empty};

use super::{client, cloud, last};
use crate::support::{ManageTask, SECOND, StoppedClock};

/// The time of the published vectors, as HTTP writes it.
const DATE: &str = "Mon, 25 Feb 2019 16:44:25 GMT";

fn date(headers: &HeaderMap) -> Vec<&str> {
    headers.get_all("date").iter().map(|date| date.to_str().unwrap()).collect()
}

#[tokio::test]
async fn every_answer_has_the_clouds_date() {
    let builder = || FakeCloud::builder().clock(StoppedClock(SECOND));
    for cloud in [builder().in_process(), builder().start().unwrap()] {
        cloud.on(|_: ManageTask| Ok(Empty));
        let client = client(&cloud);
        let reply = ManageTask::abort("t").send(&client).await.unwrap();
        assert_eq!(date(reply.headers()), [DATE]);
        let unknown = client.call_json("vod", "2018-07-17", "Unknown", &serde_json::json!({})).await.unwrap_err();
        assert_eq!((unknown.code(), date(unknown.headers().unwrap())), (Some("InvalidAction"), vec![DATE]));
        for fault in [Fault::page(StatusCode::BAD_GATEWAY), Fault::empty(), Fault::expired_token(), Fault::cut_off(3)] {
            cloud.fault(fault);
            let error = ManageTask::abort("t").send(&client).await.unwrap_err();
            assert_eq!(date(error.headers().unwrap()), [DATE], "{error}");
        }
    }
}

#[tokio::test]
async fn an_answer_keeps_the_date_that_it_is_given() {
    for cloud in [FakeCloud::in_process(), FakeCloud::start().unwrap()] {
        cloud.fault(Fault::answer(Response::builder().header("Date", DATE).header("Age", "7").body("").unwrap()));
        let error = ManageTask::abort("t").send(&client(&cloud)).await.unwrap_err();
        let headers = error.headers().unwrap();
        assert_eq!((date(headers), headers["age"].to_str().unwrap()), (vec![DATE], "7"));
    }
}

#[tokio::test]
async fn a_clock_that_is_off_refuses_what_is_signed_by_ours() {
    let (cloud, _) = cloud();
    for (skew, is_refused) in [(0, false), (299, false), (-299, false), (302, true), (-302, true), (86_400, true)] {
        cloud.skew(skew);
        let before = cloud.received().len();
        // A client that knows nothing of it yet, and then follows the cloud's date.
        let reply = ManageTask::abort("t").send(&client(&cloud)).await.unwrap();
        assert_eq!(reply.attempts(), 1 + u32::from(is_refused), "{skew}");
        let first = &cloud.received()[before];
        assert_eq!(first.error.as_ref().map(ApiError::code), is_refused.then_some("AuthFailure.SignatureExpire"));
        assert_eq!(first.handled, !is_refused);
    }
}

#[tokio::test]
async fn no_time_is_too_far_off() {
    let (cloud, _) = cloud();
    for skew in [i64::MAX, i64::MIN, -1_600_000_000, 300_000_000_000] {
        cloud.skew(skew);
        let error = ManageTask::abort("t").send(&client(&cloud)).await.unwrap_err();
        assert_eq!(error.code(), Some("InternalError"), "{skew}");
        assert!(!last(&cloud).handled);
    }
}
