//! What of an answer is shown in messages: enough to look into it, no secret, and nothing that steers a terminal.

use bytes::Bytes;
use http::{Request, Response};
use tencent_action::{Error, TransportError, tencent_action, tencent_data};

use crate::support::{ManageTask, answered, client};

const SECRET: &str = r#"{"Response":{"Credentials":{"TmpSecretKey":"SUPERSECRET"},"RequestId":"r"}}"#;

#[tencent_action(service = "sts", version = "2018-08-13", response = Numbers)]
struct GetFederationToken;

#[tencent_data]
#[derive(Debug)]
struct Numbers {
    credentials: Keys,
}

#[tencent_data]
#[derive(Debug)]
struct Keys {
    tmp_secret_key: u64,
}

async fn failure(status: u16, body: &'static str) -> Error {
    ManageTask::abort("t").send(&answered(status, body)).await.unwrap_err()
}

#[tokio::test]
async fn the_body_of_what_may_be_a_success_isnt_shown() {
    let spaced = " \n{ \"Response\" : {\"Credentials\":{\"TmpSecretKey\":\"SUPERSECRET\"}}}";
    let trailing = String::leak(format!("{SECRET} x"));
    for (status, body) in [
        (200, &SECRET[..70]),
        (500, SECRET),
        (500, spaced),
        (200, trailing),
        (200, r#"{"RequestId":"r","Response":{"TmpSecretKey":"SUPERSECRET"}"#),
    ] {
        let error = failure(status, body).await;
        let line = error.to_string();
        assert!(line.contains(&format!(": {} bytes of a reply, not shown", body.len())), "{line}");
        assert!(!line.contains("SUPER"), "{line}");
        assert_eq!(error.body().unwrap(), body);
    }
}

#[tokio::test]
async fn neither_is_it_if_it_is_too_large() {
    let answer = |_: Request<Bytes>| std::future::ready(Ok::<_, TransportError>(Response::new(SECRET)));
    let limited = client().transport(answer).response_limit(72).build().unwrap();
    let line = ManageTask::abort("t").send(&limited).await.unwrap_err().to_string();
    assert!(line.contains("the limit of 72 bytes; what came is 72 bytes of a reply, not shown"), "{line}");
}

#[tokio::test]
async fn what_comes_from_elsewhere_is_shown() {
    for body in [
        "<html>\"Response\"</html>",
        "upstream timed out",
        r#"{"code":0,"message":"odd"}"#,
        r#"{"Response":{"Error":{"Code":"A","Message":"it broke o"#,
    ] {
        let line = failure(200, body).await.to_string();
        assert!(line.contains(&format!("\"{body}\"")), "{line}");
    }
}

#[tokio::test]
async fn a_string_that_doesnt_fit_isnt_shown() {
    let error = GetFederationToken.send(&answered(200, SECRET)).await.unwrap_err();
    let expected = "at `Credentials.TmpSecretKey`: invalid type: a string of 11 characters, expected u64";
    assert!(error.to_string().contains(expected), "{error}");
    assert_eq!(error.body().unwrap(), SECRET);
}

#[tokio::test]
async fn neither_is_it_if_a_type_of_the_user_quotes_it() {
    use serde::de::{Deserialize, Deserializer, Error as _};

    #[derive(Debug)]
    struct Date;

    impl<'de> Deserialize<'de> for Date {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let text = String::deserialize(deserializer)?;
            Err(D::Error::custom(format!("bad date: {text}")))
        }
    }

    #[derive(Debug, serde::Deserialize)]
    enum Known {
        A,
        B,
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(rename_all = "PascalCase")]
    #[expect(dead_code, reason = "none of it is ever read")]
    struct Odd {
        known: Option<Known>,
        dates: Option<Vec<Date>>,
    }

    #[tencent_action(service = "vod", version = "2018-07-17", response = Odd)]
    struct DescribeOdd;

    for (body, expected) in [
        (
            r#"{"Response":{"Dates":["SUPERSECRET"]}}"#,
            "at `Dates[0]`: its type refused a string of 11 characters, in words",
        ),
        (
            r#"{"Response":{"Known":"SUPER`, expected SECRET"}}"#,
            "at `Known`: unknown variant, a string of 23 characters, expected `A` or `B`",
        ),
    ] {
        let line = DescribeOdd.send(&answered(200, body)).await.unwrap_err().to_string();
        assert!(line.contains(expected) && !line.contains("SECRET"), "{line}");
    }
}

/// However the words change it, and wherever it is read: what is flattened is read before it is refused.
#[tokio::test]
async fn nor_is_it_in_words_that_change_it() {
    #[derive(Debug, serde::Deserialize)]
    #[serde(try_from = "String")]
    struct Pem;

    impl TryFrom<String> for Pem {
        type Error = String;

        fn try_from(text: String) -> Result<Self, String> {
            Err(format!("no PEM: {text:?}, {}", text.to_uppercase()))
        }
    }

    #[derive(Debug, serde::Deserialize)]
    struct Keys {
        #[serde(rename = "Key")]
        _key: Pem,
    }

    #[derive(Debug, serde::Deserialize)]
    struct Odd {
        #[serde(rename = "Keys")]
        _keys: Option<Keys>,
        #[serde(flatten)]
        _flat: Keys,
    }

    #[tencent_action(service = "vod", version = "2018-07-17", response = Odd)]
    struct DescribeKeys;

    let key = r#""Key":"BEGIN\nsecret\n""#;
    for (body, expected) in [
        (
            format!(r#"{{"Response":{{"Keys":{{{key}}}}}}}"#),
            "at `Keys.Key`: its type refused a string of 13 characters, ",
        ),
        (format!(r#"{{"Response":{{{key},"RequestId":"r-1"}}}}"#), "declared response: its type refused it, in words "),
    ] {
        let line = DescribeKeys.send(&answered(200, String::leak(body))).await.unwrap_err().to_string();
        assert!(line.contains(expected) && !line.to_lowercase().contains("secret\\n"), "{line}");
    }
}

#[tokio::test]
async fn a_request_id_is_one_short_word() {
    let long = String::leak(format!(r#"{{"Response":{{"RequestId":"{}"}}}}"#, "x".repeat(10_000)));
    let odd = r#"{"Response":{"RequestId":"a\n\u001b[2Jb\u202ec\u2066d"}}"#;
    assert_eq!(failure(500, odd).await.request_id(), Some("a [2Jbcd"));
    let error = failure(500, long).await;
    assert!(error.to_string().len() < 400, "{error}");
}

#[tokio::test]
async fn a_path_is_on_one_line_and_short() {
    #[tencent_action(service = "vod", version = "2018-07-17", response = std::collections::HashMap<String, u64>)]
    struct DescribeMap;

    let odd = r#"{"Response":{"a\n\u001b\u202eb":[]}}"#;
    let line = DescribeMap.send(&answered(200, odd)).await.unwrap_err().to_string();
    assert!(line.contains("at `a b`: "), "{line:?}");
    let long = String::leak(format!(r#"{{"Response":{{"{}":[]}}}}"#, "x".repeat(10_000)));
    let line = DescribeMap.send(&answered(200, long)).await.unwrap_err().to_string();
    assert!(line.len() < 500 && line.contains("xx…`: invalid type: sequence, expected u64"), "{line}");
}

#[tokio::test]
async fn text_that_steers_the_eye_isnt_shown() {
    let body = r#"{"Response":{"Error":{"Code":"A\u202e","Message":"\u2067m\u200b\u00ad!"}}}"#;
    let error = failure(200, body).await;
    assert!(error.to_string().contains(": A: m! ("), "{error:?}");
    assert_eq!(error.api().unwrap().to_string(), "A: m!");
    assert_eq!(error.code(), Some("A\u{202e}"));
}
