//! Errors whose shape deviates: none is lost, and none is made of what isn't one.

use bytes::Bytes;
use http::{Request, Response};
use tencent_action::{Empty, Error, Reply, TransportError};

use crate::support::{ManageTask, client};

/// What becomes of a call with this answer.
async fn outcome(body: impl Into<Bytes>) -> Result<Reply<Empty>, Error> {
    let body: Bytes = body.into();
    let answer = move |_: Request<Bytes>| {
        let body = body.clone();
        async move { Ok::<_, TransportError>(Response::new(body)) }
    };
    ManageTask::abort("t").send(&client().transport(answer).build().unwrap()).await
}

/// Code, message and line of an error of the API.
async fn api(body: impl Into<Bytes>) -> (String, String, String) {
    let error = outcome(body).await.unwrap_err();
    let line = error.to_string();
    let api = error.api().unwrap_or_else(|| panic!("{line}"));
    (api.code().to_owned(), api.message().to_owned(), line)
}

#[tokio::test]
async fn an_error_is_one_whatever_its_shape() {
    for (error, code, message, shown) in [
        (r#"{"Code":"A.B","Message":null}"#, "A.B", "", "A.B"),
        (r#"{"Code":"A.B"}"#, "A.B", "", "A.B"),
        (r#"{"Code":null,"Message":"m"}"#, "", "m", "m"),
        (r#"{"Code":4000,"Message":"m"}"#, "4000", "m", "4000: m"),
        (r#"{"Code":"A","Message":5}"#, "A", "5", "A: 5"),
        (r#"{"Code":"A","Message":["m"]}"#, "A", "", "A"),
        (r#""boom""#, "", "boom", "boom"),
        ("17", "", "17", "17"),
        (r#"{"Code":"A","Code":"B","Message":"l","Message":"m"}"#, "B", "m", "B: m"),
        (r#"{"Code":"A","Message":"\ud83d bad"}"#, "A", "\u{fffd} bad", "A: \u{fffd} bad"),
        (r#"{"Code":"A","\ud83d":1,"Message":"m"}"#, "A", "m", "A: m"),
        // No array is taken for an object; but something is said.
        (r#"["A","B"]"#, "", r#"["A","B"]"#, r#"["A","B"]"#),
        (r#"{"Reason":"r"}"#, "", r#"{"Reason":"r"}"#, r#"{"Reason":"r"}"#),
    ] {
        let body = format!(r#"{{"Response":{{"Error":{error},"RequestId":"r"}}}}"#);
        let (is_code, is_message, line) = api(body).await;
        assert_eq!((is_code.as_str(), is_message.as_str()), (code, message), "{error}");
        assert_eq!(line, format!("vod ManageTask: {shown} (request id r; may have run)"));
    }
}

#[tokio::test]
async fn an_error_with_bytes_that_are_no_text_is_one() {
    for body in [
        &b"{\"Response\":{\"Error\":{\"Code\":\"A\",\"Message\":\"\xff bad\"},\"RequestId\":\"r\"}}"[..],
        b"{\"Response\":{\"\xff\":\"\xff\",\"Error\":{\"Code\":\"A\",\"Message\":\"\xe4\xb8 bad\"},\"RequestId\":\"r\"}}",
        b"{\"code\":1,\"codeDesc\":\"A\",\"message\":\"\xff bad\"}",
    ] {
        let (code, message, _) = api(Bytes::from_static(body)).await;
        assert_eq!((code.as_str(), message.as_str()), ("A", "\u{fffd} bad"));
    }
}

/// As in the events of a stream.
#[tokio::test]
async fn an_error_that_says_nothing_is_none() {
    for error in ["null", "{}", "[]", r#""""#, "false", r#"{"Code":"","Message":""}"#, r#"{"Code":0,"Message":"ok"}"#] {
        let body = format!(r#"{{"Response":{{"Error":{error},"RequestId":"r"}}}}"#);
        assert_eq!(outcome(body).await.unwrap().request_id(), "r", "{error}");
    }
}

#[tokio::test]
async fn a_request_id_is_read_in_any_shape() {
    for (members, expected) in [
        (r#""RequestId":17"#, "17"),
        (r#""RequestId":"a","RequestId":"b""#, "b"),
        (r#""RequestId":"\udc00x""#, "\u{fffd}x"),
        (r#""RequestId":["a"]"#, ""),
        (r#""RequestId":{}"#, ""),
    ] {
        let body = format!(r#"{{"Response":{{{members}}}}}"#);
        assert_eq!(outcome(body).await.unwrap().request_id(), expected, "{members}");
    }
    let error = outcome(r#"{"Response":{"RequestId":17,"Error":{"Code":"A"}}}"#).await.unwrap_err();
    assert_eq!(error.request_id(), Some("17"));
}

#[tokio::test]
async fn an_array_is_no_envelope() {
    for body in [r#"{"Response":[["A","B"],"r1"]}"#, r#"{"Response":["A"]}"#, r#"[{"Error":"A"}]"#] {
        let error = outcome(body).await.unwrap_err();
        assert!(error.is_bad_response() && error.to_string().contains("no `Response` object"), "{error}");
    }
    let (code, ..) = api(r#"{"Response":"no","code":4000,"message":"m"}"#).await;
    assert_eq!(code, "4000");
}
