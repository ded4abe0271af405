//! Replies that don't keep to their declared types: what is read nevertheless, and what is an error that loses nothing.
//!
//! The deviations are those of the vendor's published examples, each at least once.

mod nested;
mod limits;
mod nulls;
mod shapes;
mod values;

use std::fmt::Debug;
use std::marker::PhantomData;

use bytes::Bytes;
use http::{Request, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tencent_action::{Action, CommonError, Error, Field, Reply, TransportError, tencent_data};

use crate::support::client;

/// An action whose response is chosen by the test.
#[derive(Serialize)]
struct Ask<R> {
    response: PhantomData<R>,
}

impl<R: DeserializeOwned> Action for Ask<R> {
    const SERVICE: &'static str = "vod";
    const VERSION: &'static str = "2018-07-17";
    const NAME: &'static str = "Ask";
    const FIELDS: &'static [Field] = &[];
    type Response = R;
    type ErrorCode = CommonError;
}

/// A response with one member, written and read by generated code.
#[tencent_data]
#[derive(Debug, PartialEq)]
struct Derived<T> {
    value: T,
}

/// The same, written and read by serde's derives: the attribute changes nothing else.
#[tencent_data]
#[derive(Debug, PartialEq)]
#[serde(expecting = "an object (BySerde)")]
struct BySerde<T> {
    value: T,
}

/// What becomes of a response with this data: `{"Value":…}`, say.
async fn reply<R: DeserializeOwned>(data: &str) -> Result<Reply<R>, Error> {
    let members = data.trim_start_matches('{');
    let comma = if members.trim_start().starts_with('}') { "" } else { "," };
    let body = format!(r#"{{"Response":{{"RequestId":"r-1"{comma}{members}}}"#);
    let answer = move |_: Request<Bytes>| {
        let body = body.clone();
        async move { Ok::<_, TransportError>(Response::new(body)) }
    };
    let client = client().transport(answer).build().unwrap();
    client.call(&Ask { response: PhantomData }).await
}

/// A member of this type, read from this JSON, by both ways of reading; or from nothing, if there is none.
async fn read<T>(json: &str) -> Result<T, String>
where
    T: DeserializeOwned + Debug + PartialEq,
{
    let data = if json.is_empty() { "{}".to_owned() } else { format!(r#"{{"Value":{json}}}"#) };
    let derived = outcome(reply::<Derived<T>>(&data).await).map(|data| data.value);
    let by_serde = outcome(reply::<BySerde<T>>(&data).await).map(|data| data.value);
    match (&derived, &by_serde) {
        (Ok(derived), Ok(by_serde)) => assert_eq!(derived, by_serde, "{json}"),
        // Whether there is a null, serde's derives tell.
        (Err(_), Err(by_serde)) if json == "null" => {
            assert!(by_serde.starts_with("at `Value`: invalid type: null, expected "), "{by_serde}");
        }
        (Err(derived), Err(by_serde)) => assert_eq!(same(derived), same(by_serde), "{json}"),
        _ => panic!("{json}: {derived:?}, but by serde {by_serde:?}"),
    }
    derived
}

/// A fault as both ways tell it. What isn't there is told by whoever misses it.
fn same(fault: &str) -> String {
    fault.replace("Derived", "BySerde").replace("missing field `Value`", "`Value` is null or missing")
}

/// The data, or the fault; which must have kept all that came with it.
fn outcome<R>(reply: Result<Reply<R>, Error>) -> Result<R, String> {
    let error = match reply {
        Ok(reply) => {
            assert_eq!(reply.request_id(), "r-1");
            return Ok(reply.into_inner());
        }
        Err(error) => error,
    };
    assert_eq!(error.request_id(), Some("r-1"), "{error}");
    assert!(error.body().unwrap().starts_with(br#"{"Response":{"RequestId":"r-1""#), "{error}");
    assert!(error.is_bad_response() && error.may_have_run() && !error.is_retryable(), "{error}");
    let line = error.to_string();
    let fault = line.strip_prefix("vod Ask: the answer doesn't fit the declared response: ").expect(&line);
    Err(fault.strip_suffix(" (request id r-1; may have run)").expect(&line).to_owned())
}

/// The fault of a member of this type.
async fn fault<T>(json: &str) -> String
where
    T: DeserializeOwned + Debug + PartialEq,
{
    read::<T>(json).await.expect_err(json)
}
