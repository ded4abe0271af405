//! Each kind of forged JSON request that the fake cloud must refuse, and the code that it must answer. The other forms are
//! forged in `forms`.

use tencent_action::Credential;

use crate::forge::{AUTHORIZATION, BODY, Draft, check, cloud, right_cloud, verdict};
use crate::support::SECOND;

#[tokio::test]
async fn a_right_request_passes_in_every_form() {
    let right = Draft::right;
    for (what, request) in [
        ("as the docs sign now", right().sign()),
        ("as the SDKs sign", right().with(|d| d.signed = &["content-type", "host"]).sign()),
        ("a charset", right().header("content-type", "application/json; charset=utf-8").sign()),
        ("another regional host", right().header("host", "vod.ap-guangzhou.tencentcloudapi.com").sign()),
        ("a loopback host", right().header("host", "127.0.0.1:8080").sign()),
        ("no spaces between items", {
            let compact = right().authorization().replace(", ", ",");
            right().header(AUTHORIZATION, &compact).unsigned()
        }),
        ("a region that isn't needed", right().header("x-tc-region", "ap-guangzhou").sign()),
    ] {
        assert_eq!(verdict(&right_cloud(), request).await, None, "{what}");
    }
}

#[tokio::test]
async fn the_window_is_300_seconds_either_way() {
    for (now, expected) in [
        (SECOND + 300, None),
        (SECOND - 300, None),
        (SECOND + 301, Some("AuthFailure.SignatureExpire")),
        (SECOND - 301, Some("AuthFailure.SignatureExpire")),
    ] {
        let cloud = cloud(Credential::with_secret_id("AKID1").secret_key("key-1"), now);
        assert_eq!(verdict(&cloud, Draft::right().sign()).await.as_deref(), expected, "{now}");
    }
}

#[tokio::test]
async fn forged_signatures_are_refused() {
    const FAILURE: &str = "AuthFailure.SignatureFailure";
    let right = Draft::right;
    let signed = || right().authorization();
    let replay = |draft: Draft| draft.signed_as(&right());
    let extra = right().header("x-extra", "1").with(|d| d.signed = &["content-type", "host", "x-extra"]);
    let last = |digit: &str| {
        let signed = signed();
        right().header(AUTHORIZATION, &format!("{}{digit}", &signed[..signed.len() - 1])).unsigned()
    };
    check([
        ("another key", right().with(|d| d.key = "key-2").sign(), FAILURE),
        ("another body", replay(right().with(|d| d.body = BODY.replace('t', "u").into())), FAILURE),
        ("another action", replay(right().header("x-tc-action", "DescribeTasks")), FAILURE),
        ("another host", replay(right().header("host", "vod.intl.tencentcloudapi.com")), FAILURE),
        ("another content type", replay(right().header("content-type", "application/json;charset=x")), FAILURE),
        ("another timestamp", replay(right().header("x-tc-timestamp", "1551113066")), FAILURE),
        ("a query", replay(right().with(|d| d.query = "a=1".into())), FAILURE),
        ("the date of the day before", right().with(|d| d.date = "2019-02-24").sign(), FAILURE),
        ("the service of another host", right().with(|d| d.service = "cvm").sign(), FAILURE),
        ("a signed header that isn't there", extra.clone().without("x-extra").signed_as(&extra), FAILURE),
        ("one digit changed", last(if signed().ends_with('0') { "1" } else { "0" }), FAILURE),
        ("an unknown id", right().with(|d| d.id = "AKID2").sign(), "AuthFailure.SecretIdNotFound"),
    ])
    .await;
}

#[tokio::test]
async fn malformed_headers_are_refused() {
    const INVALID: &str = "AuthFailure.InvalidAuthorization";
    let right = Draft::right;
    let edited = |from: &str, to: &str| {
        let authorization = right().authorization();
        assert!(authorization.contains(from));
        right().header(AUTHORIZATION, &authorization.replace(from, to)).unsigned()
    };
    let mut twice = right().sign();
    twice.headers_mut().append(AUTHORIZATION, right().authorization().parse().unwrap());
    check([
        ("no authorization", right().unsigned(), INVALID),
        ("two authorizations", twice, INVALID),
        ("another algorithm", edited("TC3-HMAC-SHA256", "TC2-HMAC-SHA256"), INVALID),
        ("no signature", edited("Signature=", "Sig="), INVALID),
        ("no credential", edited("Credential=", "Cred="), INVALID),
        ("another terminator", right().with(|d| d.terminator = "aws4_request").sign(), INVALID),
        ("a short scope", edited("/vod/tc3_request", "/tc3_request"), INVALID),
        ("the host unsigned", right().with(|d| d.signed = &["content-type"]).sign(), INVALID),
        ("the content type unsigned", right().with(|d| d.signed = &["host"]).sign(), INVALID),
        ("a signature cut short", edited("Signature=", "Signature=,X="), INVALID),
    ])
    .await;
}

#[tokio::test]
async fn wrong_common_parameters_are_refused() {
    let right = Draft::right;
    check([
        ("no action", right().without("x-tc-action").sign(), "MissingParameter"),
        ("no version", right().without("x-tc-version").sign(), "MissingParameter"),
        ("no timestamp", right().without("x-tc-timestamp").sign(), "MissingParameter"),
        ("a timestamp with a sign", right().header("x-tc-timestamp", "+1551113065").sign(), "InvalidParameter"),
        ("a timestamp in words", right().header("x-tc-timestamp", "now").sign(), "InvalidParameter"),
        ("no JSON", right().header("content-type", "text/plain").sign(), "InvalidParameter"),
        ("another method", right().with(|d| d.method = "PUT").sign(), "UnsupportedProtocol"),
        ("another version", right().header("x-tc-version", "2099-01-01").sign(), "NoSuchVersion"),
        ("an unknown action", right().header("x-tc-action", "ManageTasks").sign(), "InvalidAction"),
        (
            "an unknown product",
            right().with(|d| d.service = "nope").header("host", "nope.tencentcloudapi.com").sign(),
            "NoSuchProduct",
        ),
        ("too large a body", right().with(|d| d.body = vec![b' '; (10 << 20) + 1]).sign(), "RequestSizeLimitExceeded"),
    ])
    .await;
}

#[tokio::test]
async fn wrong_parameters_are_refused() {
    let body = |body: &str| Draft::right().with(|draft| draft.body = body.into()).sign();
    check([
        ("no JSON", body("TaskId=t"), "InvalidParameter"),
        ("a list", body(r#"["t","Abort"]"#), "InvalidParameter"),
        ("a member missing", body(r#"{"TaskId":"t"}"#), "MissingParameter"),
        ("an unknown member", body(r#"{"TaskId":"t","OperationType":"Abort","Taskid":"t"}"#), "UnknownParameter"),
        ("a number for a string", body(r#"{"TaskId":1,"OperationType":"Abort"}"#), "InvalidParameter"),
        ("a quoted number", body(r#"{"TaskId":"t","OperationType":"Abort","SubAppId":"1"}"#), "InvalidParameter"),
        ("a negative number", body(r#"{"TaskId":"t","OperationType":"Abort","SubAppId":-1}"#), "InvalidParameter"),
        ("null", body(r#"{"TaskId":"t","OperationType":"Abort","SubAppId":null}"#), "InvalidParameter"),
    ])
    .await;
}

#[tokio::test]
async fn a_temporary_key_goes_with_its_token_and_no_other_key_with_any() {
    let temporary = || cloud(Credential::with_secret_id("AKID1").secret_key("key-1").with_token("token-1"), SECOND);
    let token = |value: &str| Draft::right().header("x-tc-token", value).sign();
    assert_eq!(verdict(&temporary(), token("token-1")).await, None);
    let failure = Some("AuthFailure.TokenFailure");
    assert_eq!(verdict(&temporary(), token("token-2")).await.as_deref(), failure);
    assert_eq!(verdict(&temporary(), Draft::right().sign()).await.as_deref(), failure);
    assert_eq!(verdict(&right_cloud(), token("token-1")).await.as_deref(), failure);
}
