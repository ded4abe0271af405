//! Each fault, in process: what the client reports, and whether the operation ran.

use std::sync::atomic::Ordering;

use http::{HeaderValue, Response, StatusCode};
use tencent_action::fake::Fault;
use tencent_action::{ApiError, Error};

use super::retry::forms;
use super::{always, client, cloud, last, seconds};
use crate::support::ManageTask;

/// What a client reports.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Report {
    Transport,
    Timeout,
    BadResponse,
    Api(&'static str),
}

impl Report {
    pub(super) fn of(error: &Error) -> Self {
        match error.code() {
            Some(code) => Self::Api(code.to_owned().leak()),
            None if error.is_transport() => Self::Transport,
            None if error.is_timeout() => Self::Timeout,
            None => {
                assert!(error.is_bad_response(), "{error}");
                Self::BadResponse
            }
        }
    }
}

/// A fault, what is reported, whether the operation ran, whether it may have, and whether the fault may pass.
pub(super) type Row = (Fault, Report, bool, bool, bool);

fn error(code: &str) -> Fault {
    Fault::error(ApiError::new(code, "as the test wants it"))
}

pub(super) fn rows() -> Vec<Row> {
    use Report::{Api, BadResponse, Timeout, Transport};
    let events = HeaderValue::from_static("text/event-stream");
    let page = |status| Fault::page(StatusCode::from_u16(status).unwrap());
    let teapot = Fault::answer(Response::builder().status(418).body("{}").unwrap());
    vec![
        (Fault::refused(), Transport, false, false, true),
        (Fault::refused().after_handler(), Transport, false, false, true),
        (Fault::unread(), Transport, false, true, true),
        (Fault::unread().after_handler(), Transport, false, true, true),
        (Fault::reset(), Transport, false, true, true),
        (Fault::reset().after_handler(), Transport, true, true, true),
        (Fault::latency(seconds(61)), Timeout, false, true, true),
        (Fault::latency(seconds(61)).after_handler(), Timeout, true, true, true),
        (Fault::reset().with_latency(seconds(61)), Timeout, false, true, true),
        (Fault::stall(0), Timeout, true, true, true),
        (Fault::stall(20), Timeout, true, true, true),
        (Fault::stall(usize::MAX), Timeout, true, true, true),
        (Fault::cut_off(0), BadResponse, true, true, true),
        (Fault::cut_off(20), BadResponse, true, true, true),
        (Fault::cut_off(usize::MAX), BadResponse, true, true, true),
        (page(502), BadResponse, false, true, true),
        (page(200), BadResponse, false, true, true),
        (page(504).after_handler().with_latency(seconds(30)), BadResponse, true, true, true),
        (teapot, BadResponse, false, true, true),
        (Fault::empty(), BadResponse, false, true, true),
        (Fault::garbage(), BadResponse, false, true, true),
        (Fault::garbage().after_handler(), BadResponse, true, true, true),
        (Fault::gzip_bomb(100 << 20), BadResponse, false, true, false),
        (Fault::content_type(events), BadResponse, true, true, false),
        (Fault::expired_token(), Api("AuthFailure.TokenFailure"), false, false, false),
        (error("RequestLimitExceeded"), Api("RequestLimitExceeded"), false, false, true),
        (error("LimitExceeded"), Api("LimitExceeded"), false, false, false),
        (error("InternalError"), Api("InternalError"), false, true, true),
        (error("InternalError").after_handler(), Api("InternalError"), true, true, true),
    ]
}

#[tokio::test(start_paused = true)]
async fn each_fault_is_reported_as_what_it_is() {
    let (cloud, runs) = cloud();
    let client = client(&cloud);
    for (fault, report, runs_once, may_have_run, may_pass) in rows() {
        always(&cloud, &fault);
        for client in forms(&client) {
            for idempotent in [false, true] {
                runs.store(0, Ordering::SeqCst);
                let error = ManageTask::abort("t").send(&client).idempotent(idempotent).await.unwrap_err();
                assert_eq!(Report::of(&error), report, "{fault}: {error}");
                assert_eq!(error.may_have_run(), may_have_run, "{fault}: {error}");
                let retryable = may_pass && (idempotent || !may_have_run);
                assert_eq!(error.is_retryable(), retryable, "{fault}: {error}");
                let ran = runs.load(Ordering::SeqCst);
                assert_eq!((error.attempts(), ran), (1, usize::from(runs_once)), "{fault}: {error}");
                let received = last(&cloud);
                assert_eq!((received.handled, received.action.as_str()), (runs_once, "ManageTask"), "{fault}");
                assert_eq!(received.fault.unwrap().to_string(), fault.to_string());
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_that_isnt_well_meets_its_fault_all_the_same_and_never_runs() {
    let (cloud, runs) = cloud();
    let client = client(&cloud);
    for (fault, report, _, may_have_run, _) in rows() {
        always(&cloud, &fault);
        let call = client.call_json("vod", "2018-07-17", "ManageTask", &serde_json::json!({ "TaskId": 1 }));
        let error = call.await.unwrap_err();
        // Where the cloud would have come to answer, it refuses.
        let own = Report::of(&error) == Report::Api("InvalidParameter");
        assert!(own || Report::of(&error) == report, "{fault}: {error}");
        assert!(own || error.may_have_run() == may_have_run, "{fault}: {error}");
        assert!(!last(&cloud).handled, "{fault}");
    }
    assert_eq!(runs.load(Ordering::SeqCst), 0);
}

#[tokio::test(start_paused = true)]
async fn what_came_of_an_answer_is_in_the_error() {
    let (cloud, _) = cloud();
    let client = client(&cloud);
    for (fault, expected) in [
        (
            Fault::refused(),
            "no answer from vod.intl.tencentcloudapi.com: the connection was refused, as the test wants it",
        ),
        (
            Fault::reset(),
            "no answer from vod.intl.tencentcloudapi.com: the connection was reset, as the test wants it (may have run)",
        ),
        (Fault::latency(seconds(61)), "no answer within 60s (may have run)"),
        (
            Fault::cut_off(12),
            "the answer broke off: the connection broke; what came is 12 bytes of a reply, not shown (may have run)",
        ),
        (Fault::empty(), "the answer is empty (may have run)"),
        (Fault::page(StatusCode::BAD_GATEWAY), "the answer is a web page, not from the API: \"<html> <head><title>502"),
        (Fault::garbage(), "the answer isn't JSON (expected value at line 1 column 1): "),
        (Fault::gzip_bomb(100 << 20), "the answer is larger than the limit of "),
    ] {
        always(&cloud, &fault);
        let line = ManageTask::abort("t").send(&client).await.unwrap_err().to_string();
        assert!(line.starts_with(&format!("vod ManageTask: {expected}")), "{fault}: {line}");
    }
}

/// A bomb that is no larger than the limit is an answer like any other.
#[tokio::test(start_paused = true)]
async fn a_bomb_has_the_size_that_it_is_given() {
    let (cloud, _) = cloud();
    let client = client(&cloud);
    for len in [0, 100, 1 << 16, (1 << 20) + 1] {
        always(&cloud, &Fault::gzip_bomb(len));
        let reply = ManageTask::abort("t").send(&client).await.unwrap();
        assert_eq!(reply.body().len(), len.max(78));
    }
}

#[tokio::test(start_paused = true)]
async fn the_clients_do_without_the_content_type_of_an_answer() {
    let (cloud, _) = cloud();
    let client = client(&cloud);
    for content_type in ["text/html", "application/octet-stream", ""] {
        always(&cloud, &Fault::content_type(HeaderValue::from_static(content_type)));
        let reply = ManageTask::abort("t").send(&client).await.unwrap();
        assert_eq!(reply.headers()["content-type"], content_type);
    }
}
