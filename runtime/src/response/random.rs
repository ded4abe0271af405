//! Random answers, whole and as events of a stream, through the doors by which they come in.

mod json;

use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use serde_json::Value;

use self::json::Json;
use super::*;
use crate::call::Target;
use crate::error::Error;
use crate::random::{DEEP, Random, cases, nested};
use crate::retry::Tries;

/// What damages an answer.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "\"\"",
    "0",
    "{}",
    "[]",
    "\"RequestId\":",
    "\"Error\":",
    "\"Response\":",
    "\"Code\":\"A.B\",",
    "\\ud83d",
    "\u{202e}",
    "\u{1b}",
    "\n",
    "1e999",
    "-",
    "<html>",
    "\u{feff}",
];

#[derive(Debug, PartialEq, Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Data {
    count: u64,
    delta: Option<i8>,
    ratio: Option<f64>,
    text: String,
    flag: Option<bool>,
    list: Vec<Data>,
    words: Vec<String>,
    inner: Option<Box<Data>>,
    more: Option<Value>,
    kind: Option<Kind>,
}

#[derive(Debug, PartialEq, Deserialize)]
enum Kind {
    A,
    B(u8),
    C { count: u64 },
}

/// What serde_json reads of an answer, as the strict pass has to.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Plain {
    response: Data,
}

fn reply(body: impl Into<bytes::Bytes>) -> Box<RawReply> {
    let target = Target { service: "vod".into(), version: "2018-07-17".into(), action: "ManageTask".into() };
    let (status, headers, body) = (StatusCode::OK, HeaderMap::new(), body.into());
    Box::new(RawReply { target, status, headers, body, request_id: None, tries: Tries::NONE })
}

/// The request id, the data or what is wrong, and whether it is the data that is wrong.
fn read(body: impl Into<bytes::Bytes>) -> (Option<String>, Result<Data, String>, bool) {
    match judge(reply(body)) {
        Ok(reply) => {
            let (id, data) = (reply.request_id.clone(), Box::new(reply).decode::<Data>());
            (id, data.map(Reply::into_inner).map_err(shown), true)
        }
        Err(error) => {
            let (id, outline) = (error.reply.request_id.clone(), error.outline().to_owned());
            let has_code = error.api().is_some_and(|error| !error.code().is_empty());
            let message = shown(Error::fault(error));
            // Others show what came, or its length.
            (id, Err(if has_code { message } else { outline }), false)
        }
    }
}

/// The message of an error, which is on one line and steers no terminal.
#[expect(clippy::needless_pass_by_value, reason = "it is passed where an error is mapped")]
fn shown(error: Error) -> String {
    let message = error.to_string();
    assert!(!message.contains(|letter: char| letter.is_control() || letter == '\u{202e}'), "{message:?}");
    message
}

#[test]
fn any_answer_is_read_the_same_however_it_is_spaced() {
    let make = |random: &mut Random| {
        let json = Json::answer(random);
        (json.dense(), json.spaced(random))
    };
    cases(make, |(dense, spaced)| {
        let (id, outcome, is_data) = read(dense.clone());
        let (other_id, other, _) = read(spaced.clone());
        assert_eq!((&id, &outcome), (&other_id, &other));
        if let (true, Ok(plain)) = (is_data, serde_json::from_str::<Plain>(dense)) {
            assert_eq!(outcome.as_ref(), Ok(&plain.response));
        }
        agrees(dense, id.as_deref(), is_data);
    });
}

/// What is found without decoding, held against the whole tree.
fn agrees(json: &str, id: Option<&str>, is_success: bool) {
    let Ok(tree) = serde_json::from_str::<Value>(json) else { return };
    let response = &tree["Response"];
    assert!(response.is_object() || !is_success);
    if let (true, Some(expected)) = (response.is_object(), response["RequestId"].as_str()) {
        assert_eq!(id.unwrap_or_default(), text::one_line(expected));
    }
    let code = response["Error"]["Code"].as_str().unwrap_or_default();
    assert!(!is_success || code.is_empty() || code == "0");
}

#[test]
fn any_damaged_answer_is_read_or_refused_on_one_line() {
    let make = |random: &mut Random| {
        let body = Json::answer(random).spaced(random);
        String::from_utf8_lossy(&random.damage(body.into_bytes(), PIECES)).into_owned().into_bytes()
    };
    cases(make, |body| {
        let (id, outcome, _) = read(body.clone());
        assert!(id.is_none_or(|id| !id.is_empty() && !id.contains(char::is_control)));
        assert!(outcome.is_ok() || !outcome.unwrap_err().is_empty());
    });
}

#[test]
fn any_event_is_a_chunk_or_an_error_on_one_line() {
    let make = |random: &mut Random| {
        let json = if random.once_in(2) { Json::answer(random) } else { Json::event(random) };
        (random.damage(json.dense().into_bytes(), PIECES), random.once_in(8))
    };
    cases(make, |(data, is_error)| {
        let chunk = judge_event(data, *is_error).and_then(|layout| decode_event::<Data>(data, layout));
        assert!(chunk.is_err() || !is_error);
        if let Err(fault) = chunk {
            shown(Error::fault(ReadError { fault: Fault::Stream(fault), reply: reply(data.clone()) }));
        }
    });
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "it is read for its depth")]
struct Nested {
    inner: Option<Box<Nested>>,
    list: Option<Vec<Nested>>,
    #[serde(flatten)]
    more: std::collections::BTreeMap<String, Value>,
}

/// A test has 2 MiB of stack, a quarter of a program's.
#[test]
fn an_answer_of_any_depth_is_an_error() {
    for (opening, end) in
        [("[", "]"), ("{\"inner\":", "}"), ("{\"list\":[", "]}"), ("{\"Error\":", "}"), ("{\"a\":", "}")]
    {
        let value = nested(DEEP, opening, "1", end);
        for (open, close) in
            [("{\"Response\":", "}"), ("{\"Response\":{\"Error\":", "}}"), ("", ""), ("{\"Error\":", "}")]
        {
            for value in [&value, &nested(DEEP, opening, "", "")] {
                let json = format!("{open}{value}{close}").into_bytes();
                let judged = judge(reply(json.clone())).map_err(Error::fault);
                assert!(judged.and_then(|reply| Box::new(reply).decode::<Nested>()).is_err());
                for layout in [Layout::Bare, Layout::Enveloped] {
                    assert!(decode_event::<Nested>(&json, layout).is_err());
                }
                // What is skipped may be as deep as it likes.
                _ = judge_event(&json, false);
                assert!(judge_event(&json, true).is_err());
            }
        }
    }
}
