//! Legacy signatures, forged.

use tencent_action::Credential;
use tencent_action::SignatureMethod::{HmacSha1, HmacSha256};

use crate::forge::{Legacy, check, cloud, refusal, right_cloud, verdict};
use crate::support::SECOND;

const FAILURE: &str = "AuthFailure.SignatureFailure";

#[tokio::test]
async fn right_signatures_pass() {
    let form = Legacy::form;
    let query = Legacy::query;
    for (what, request) in [
        ("a form by SHA-256", form().sign()),
        ("a query by SHA-1", query().sign()),
        ("a query by SHA-256", query().pair("SignatureMethod", "HmacSHA256").with(|d| d.with_sha256 = true).sign()),
        ("a form by SHA-1, named", form().pair("SignatureMethod", "HmacSHA1").with(|d| d.with_sha256 = false).sign()),
        (
            "SHA-1, under a wrong name",
            form().pair("SignatureMethod", "hmacsha256").with(|d| d.with_sha256 = false).sign(),
        ),
        ("SHA-1, under no name", form().pair("SignatureMethod", "").with(|d| d.with_sha256 = false).sign()),
        ("no content type", query().with(|d| d.content_type = "").sign()),
        ("a charset", form().with(|d| d.content_type = "application/x-www-form-urlencoded; charset=utf-8").sign()),
        ("a host with a port", form().with(|d| d.host = "127.0.0.1:8080").sign()),
        ("a regional host", query().with(|d| d.host = "vod.ap-guangzhou.tencentcloudapi.com").sign()),
        (
            "all common parameters",
            query().pair("Region", "x").pair("Language", "en-US").pair("RequestClient", "SDK").sign(),
        ),
        ("the largest nonce", form().pair("Nonce", "18446744073709551615").sign()),
        ("special characters", form().pair("TaskId", "a b&c=d+e未*'()/+=~").sign()),
        ("spaces as plus", {
            let spaces = form().pair("TaskId", "a b");
            spaces.carrying(&spaces.text().replace("%20", "+"))
        }),
        ("the signature first", {
            let (rest, signature) = form().text().rsplit_once('&').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
            form().carrying(&format!("{signature}&{rest}"))
        }),
    ] {
        assert_eq!(verdict(&right_cloud(), request).await, None, "{what}");
    }
}

/// Sorted by name alone, `A.10` comes before `A.2`, and `A.2` before `A`'s namesakes.
#[tokio::test]
async fn many_elements_are_sorted_as_text() {
    let cloud = right_cloud();
    cloud.on_json("vod", "2018-07-17", "DescribeTasks", |parameters| {
        assert_eq!(parameters["Ids"].as_array().unwrap().len(), 12);
        Ok(serde_json::json!({}))
    });
    let draft = (0..12).fold(Legacy::query(), |draft, index| draft.pair(&format!("Ids.{index}"), "x"));
    assert_eq!(verdict(&cloud, draft.pair("Action", "DescribeTasks").sign()).await, None);
}

#[tokio::test]
async fn forged_signatures_are_refused() {
    let form = Legacy::form;
    let replay = |from: &str, to: &str| {
        let text = form().text();
        assert!(text.contains(from), "{from}");
        form().carrying(&text.replacen(from, to, 1))
    };
    check([
        ("another value", replay("TaskId=t", "TaskId=u"), FAILURE),
        ("another action", replay("ManageTask", "ManageTasj"), FAILURE),
        ("another version", replay("2018-07-17", "2018-07-18"), FAILURE),
        ("another nonce", replay("Nonce=11886", "Nonce=11887"), FAILURE),
        ("a nonce with a zero in front", replay("Nonce=11886", "Nonce=011886"), FAILURE),
        ("another timestamp", replay("1551113065", "1551113066"), FAILURE),
        ("one parameter more", replay("&TaskId", "&SubAppId=1&TaskId"), FAILURE),
        ("one parameter less", replay("&TaskId=t", ""), FAILURE),
        ("a region", replay("&TaskId", "&Region=ap-guangzhou&TaskId"), FAILURE),
        ("another name for the method", replay("=HmacSHA256", "=HmacSHA1"), FAILURE),
        ("the method's name left out", replay("&SignatureMethod=HmacSHA256", ""), FAILURE),
        ("SHA-1 that claims to be SHA-256", form().with(|d| d.with_sha256 = false).sign(), FAILURE),
        ("SHA-256 that doesn't say so", form().without("SignatureMethod").sign(), FAILURE),
        ("another key", form().with(|d| d.key = "key-2").sign(), FAILURE),
        ("another host", form().with(|d| d.host = "cvm.tencentcloudapi.com").carrying(&form().text()), FAILURE),
        ("signed as a GET", form().carrying(&form().with(|d| d.method = "GET").text()), FAILURE),
        ("signed as a POST", Legacy::query().carrying(&Legacy::query().with(|d| d.method = "POST").text()), FAILURE),
        ("one letter of the signature", form().signed_with(&swapped(&form().signature())), FAILURE),
        ("the signature cut short", form().signed_with(&form().signature()[..40]), FAILURE),
        (
            "a plus that isn't encoded",
            {
                let with_plus = (1..1000)
                    .map(|nonce| form().pair("Nonce", &nonce.to_string()))
                    .find(|d| d.signature().contains('+'));
                let draft = with_plus.unwrap();
                draft.carrying(&draft.text().replace("%2B", "+"))
            },
            FAILURE,
        ),
        ("an unknown id", form().pair("SecretId", "AKID2").sign(), "AuthFailure.SecretIdNotFound"),
        ("a token that isn't asked for", form().pair("Token", "x").sign(), "AuthFailure.TokenFailure"),
    ])
    .await;
}

/// The first letter replaced by another one.
fn swapped(signature: &str) -> String {
    let other = if signature.starts_with('A') { "B" } else { "A" };
    format!("{other}{}", &signature[1..])
}

#[tokio::test]
async fn wrong_common_parameters_are_refused() {
    let form = Legacy::form;
    for name in ["Action", "Version", "Timestamp", "Nonce", "SecretId"] {
        let expected = format!("MissingParameter: The request is missing a required parameter `{name}`.");
        assert_eq!(refusal(&right_cloud(), form().without(name).sign()).await, expected);
        assert_eq!(refusal(&right_cloud(), form().pair(name, "").sign()).await, expected);
    }
    let expected = "MissingParameter: The request is missing a required parameter `Signature`.";
    assert_eq!(refusal(&right_cloud(), form().unsigned()).await, expected);
    for nonce in ["0", "-1", "+1", "1.5", "x", "1e3", " 1", "18446744073709551616"] {
        let request = form().pair("Nonce", nonce).sign();
        assert_eq!(
            refusal(&right_cloud(), request).await,
            "InvalidParameter: Parameter `Nonce` type error.",
            "{nonce}"
        );
    }
    for timestamp in ["x", "-1", "1551113065.0", "99999999999999"] {
        let request = form().pair("Timestamp", timestamp).sign();
        assert_eq!(refusal(&right_cloud(), request).await, "InvalidParameter: Parameter `Timestamp` type error.");
    }
}

#[tokio::test]
async fn requests_that_arent_in_their_form_are_refused() {
    let form = Legacy::form;
    let mut with_query = form().sign();
    *with_query.uri_mut() = "https://vod.tencentcloudapi.com/?TaskId=t".parse().unwrap();
    let mut with_body = Legacy::query().sign();
    *with_body.body_mut() = "TaskId=t".into();
    check([
        ("JSON", form().with(|d| d.content_type = "application/json").carrying("{}"), "InvalidParameter"),
        ("JSON with the parameters", form().with(|d| d.content_type = "application/json").sign(), "InvalidParameter"),
        ("multipart", form().with(|d| d.content_type = "multipart/form-data; boundary=b").sign(), "InvalidParameter"),
        ("bytes", form().with(|d| d.content_type = "application/octet-stream").sign(), "InvalidParameter"),
        ("no content type", form().with(|d| d.content_type = "").sign(), "InvalidParameter"),
        ("another method", form().with(|d| d.method = "PUT").sign(), "UnsupportedProtocol"),
        ("a form with a query", with_query, "InvalidParameter"),
        ("a query with a body", with_body, "InvalidParameter"),
        ("a parameter twice", form().carrying(&format!("{}&TaskId=t", form().text())), "InvalidParameter"),
        ("no percent-encoding", form().carrying(&form().text().replace("TaskId=t", "TaskId=%7")), "InvalidParameter"),
        ("no UTF-8", form().carrying(&form().text().replace("TaskId=t", "TaskId=%FF")), "InvalidParameter"),
        ("too long a query", Legacy::query().pair("TaskId", &"x".repeat(32 << 10)).sign(), "RequestSizeLimitExceeded"),
        ("an unknown action", form().pair("Action", "ManageTasks").sign(), "InvalidAction"),
        ("an unknown version", form().pair("Version", "2018-07-18").sign(), "NoSuchVersion"),
        ("an unknown product", form().with(|d| d.host = "nope.tencentcloudapi.com").sign(), "NoSuchProduct"),
    ])
    .await;
    let too_large = form().pair("TaskId", &"x".repeat(1 << 20)).sign();
    assert_eq!(
        refusal(&right_cloud(), too_large).await,
        "AuthFailure.SignatureFailure: The provided credentials could not be validated because of exceeding request size \
         limit, please use new signature method `TC3-HMAC-SHA256`."
    );
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
        assert_eq!(verdict(&cloud, Legacy::query().sign()).await.as_deref(), expected, "{now}");
    }
}

#[tokio::test]
async fn a_temporary_key_goes_with_its_token() {
    let temporary = || cloud(Credential::with_secret_id("AKID1").secret_key("key-1").with_token("token-1"), SECOND);
    let failure = Some("AuthFailure.TokenFailure");
    assert_eq!(verdict(&temporary(), Legacy::form().pair("Token", "token-1").sign()).await, None);
    assert_eq!(verdict(&temporary(), Legacy::form().pair("Token", "token-2").sign()).await.as_deref(), failure);
    assert_eq!(verdict(&temporary(), Legacy::form().sign()).await.as_deref(), failure);
}

/// What a request says about itself is kept, be it true or not.
#[tokio::test]
async fn a_refused_request_is_told_by_its_claims() {
    let cloud = right_cloud();
    for (draft, method) in [(Legacy::form(), HmacSha256), (Legacy::query(), HmacSha1)] {
        verdict(&cloud, draft.pair("Region", "ap-tokyo").with(|d| d.key = "key-2").sign()).await;
        let received = cloud.received().pop().unwrap();
        assert_eq!(received.signature_method, Some(method));
        assert_eq!((&*received.action, received.region.as_deref()), ("ManageTask", Some("ap-tokyo")));
        assert_eq!((&*received.service, received.parameters), ("", serde_json::Value::Null));
    }
}
