//! Error codes as types, and what an error says of calling again.

mod table;

use std::convert::Infallible;
use std::future::ready;

use bytes::Bytes;
use http::{Request, Response};
use tencent_action::{CommonError, Error, ErrorCode, TransportError, tencent_action, tencent_errors};

use crate::support::{HastyClock, answered, client};

#[tencent_action(service = "vod", version = "2018-07-17", errors = ManageTaskError)]
struct ManageTask {
    task_id: &'static str,
}

/// The same, but it may run twice.
#[tencent_action(service = "vod", version = "2018-07-17", action = "DescribeTaskDetail", idempotent)]
struct Describe {
    task_id: &'static str,
}

/// The documented codes of `ManageTask`.
#[tencent_errors]
#[derive(Debug, Clone, PartialEq, Eq)]
enum ManageTaskError {
    FailedOperation,
    #[tencent(code = "FailedOperation.InvalidVodUser")]
    InvalidVodUser,
    InternalError,
    InvalidParameterValue,
    #[tencent(code = "InvalidParameterValue.InvalidOperationType")]
    InvalidOperationType,
    #[tencent(code = "InvalidParameterValue.TaskId")]
    TaskId,
    UnauthorizedOperation,
    Other(CommonError),
}

fn refusal(code: &str) -> &'static str {
    format!(r#"{{"Response":{{"Error":{{"Code":"{code}","Message":"m"}},"RequestId":"r"}}}}"#).leak()
}

async fn refused(code: &str) -> Error {
    ManageTask { task_id: "t" }.send(&answered(200, refusal(code))).await.unwrap_err()
}

#[tokio::test]
async fn the_exact_code_counts_first_then_its_family() {
    use ManageTaskError as Code;
    let other = |code: &str| Code::Other(CommonError::Other(code.to_owned()));
    for (code, expected) in [
        ("FailedOperation", Code::FailedOperation),
        ("FailedOperation.InvalidVodUser", Code::InvalidVodUser),
        ("FailedOperation.MediaType", Code::FailedOperation),
        ("InvalidParameterValue.TaskId", Code::TaskId),
        ("InvalidParameterValue.TaskId.Deeper", Code::TaskId),
        ("InvalidParameterValue.SubAppId", Code::InvalidParameterValue),
        ("UnauthorizedOperation", Code::UnauthorizedOperation),
        ("AuthFailure.SecretIdNotFound", Code::Other(CommonError::SecretIdNotFound)),
        ("ResourceNotFound.Task", Code::Other(CommonError::ResourceNotFound)),
        ("ResourcesSoldOut", other("ResourcesSoldOut")),
        ("InternalError.", Code::InternalError),
        ("failedoperation", other("failedoperation")),
        ("", other("")),
    ] {
        let error = refused(code).await;
        assert_eq!(error.code_as::<ManageTask>(), Some(expected), "{code}");
        assert_eq!(error.code(), Some(code));
    }
}

#[tokio::test]
async fn without_an_answer_there_is_no_code() {
    let error = ManageTask { task_id: "t" }.send(&answered(502, "<html>")).await.unwrap_err();
    assert_eq!(error.code_as::<ManageTask>(), None);
}

#[tokio::test]
async fn an_action_that_declares_no_codes_has_the_common_ones() {
    let error = Describe { task_id: "t" }.send(&answered(200, refusal("InvalidParameterValue.TaskId"))).await;
    assert_eq!(error.unwrap_err().code_as::<Describe>(), Some(CommonError::InvalidParameterValue));
}

#[test]
fn codes_are_text_again() {
    assert_eq!(ManageTaskError::TaskId.as_str(), "InvalidParameterValue.TaskId");
    assert_eq!(ManageTaskError::from("ResourcesSoldOut").to_string(), "ResourcesSoldOut");
    assert_eq!(format!("{:>12}", CommonError::LimitExceeded), "LimitExceeded");
    assert_eq!(format!("{:>15}", CommonError::LimitExceeded), "  LimitExceeded");
}

#[test]
fn the_common_codes_are_all_there() {
    assert_eq!(CommonError::CODES.len(), 38);
    for code in CommonError::CODES {
        let common = CommonError::from(*code);
        assert!(!matches!(common, CommonError::Other(_)), "{code}");
        assert_eq!(common.as_str(), *code);
    }
    assert_eq!(ManageTaskError::CODES.len(), 7);
}

#[tokio::test]
async fn errors_forward_what_their_code_says() {
    assert!(refused("RequestLimitExceeded.UinLimitExceeded").await.is_throttled());
    let quota = refused("RequestLimitExceeded.BatchTaskLimit").await;
    assert!(quota.is_quota() && !quota.is_throttled() && !quota.is_retryable());
    assert!(refused("AuthFailure.TokenFailure").await.is_authentication());
    assert!(refused("AuthFailure.UnauthorizedOperation").await.is_unauthorized());
    assert!(refused("ResourceNotFound.Task").await.is_not_found());
    let dry = refused("DryRunOperation").await;
    assert!(dry.is_dry_run_success() && !dry.may_have_run() && !dry.is_retryable());
}

/// What each kind of failure says: of an action that must run once, and of one that may run twice.
#[tokio::test]
async fn only_what_may_pass_and_does_no_harm_is_retryable() {
    for (status, body, once, twice) in [
        (200, refusal("RequestLimitExceeded"), true, true),
        (200, refusal("InternalError"), false, true),
        (200, refusal("ServiceUnavailable.Busy"), false, true),
        (200, refusal("FailedOperation"), false, false),
        (200, refusal("InvalidParameter"), false, false),
        (200, refusal("LimitExceeded"), false, false),
        (502, "<html>", false, true),
        (200, "", false, true),
        (200, r#"{"Response":{"Req"#, false, true),
        (503, r#"{"Response":{}}"#, false, true),
    ] {
        let client = answered(status, body);
        let error = ManageTask { task_id: "t" }.send(&client).await.unwrap_err();
        assert_eq!(error.is_retryable(), once, "{error}");
        let error = Describe { task_id: "t" }.send(&client).await.unwrap_err();
        assert_eq!(error.is_retryable(), twice, "{error}");
        // A call can say otherwise than its action.
        let error = ManageTask { task_id: "t" }.send(&client).idempotent(true).await.unwrap_err();
        assert_eq!(error.is_retryable(), twice, "{error}");
        let error = Describe { task_id: "t" }.send(&client).idempotent(false).await.unwrap_err();
        assert_eq!(error.is_retryable(), once, "{error}");
    }
}

#[tokio::test]
async fn what_wasnt_sent_is_retryable_and_what_may_have_been_is_not() {
    let failing = |error: fn() -> TransportError| {
        client().transport(move |_: Request<Bytes>| ready(Err::<Response<Bytes>, _>(error()))).build().unwrap()
    };
    let not_sent = failing(|| TransportError::not_sent("no route"));
    let maybe_sent = failing(|| TransportError::maybe_sent("reset"));
    assert!(ManageTask { task_id: "t" }.send(&not_sent).await.unwrap_err().is_retryable());
    assert!(!ManageTask { task_id: "t" }.send(&maybe_sent).await.unwrap_err().is_retryable());
    assert!(Describe { task_id: "t" }.send(&maybe_sent).await.unwrap_err().is_retryable());

    let never = |_: Request<Bytes>| std::future::pending::<Result<Response<Bytes>, Infallible>>();
    let late = client().clock(HastyClock).transport(never).build().unwrap();
    assert!(!ManageTask { task_id: "t" }.send(&late).await.unwrap_err().is_retryable());
    assert!(Describe { task_id: "t" }.send(&late).await.unwrap_err().is_retryable());
}
