//! What an event of a stream holds: JSON without an envelope, that is a chunk or an error.

use serde::de::{DeserializeOwned, IgnoredAny};

use super::decode::{DecodeError, Place};
use super::head::{self, Head};
use super::{ApiError, StreamFault, decode, error_member};

/// Where in an event the chunk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// It is the event.
    Bare,
    /// It is in an envelope, as a whole answer's data is.
    Enveloped,
}

/// Tells a chunk from an error, and from what isn't JSON. An event may be named one, whatever it holds.
pub(crate) fn judge_event(data: &[u8], is_error: bool) -> Result<Layout, StreamFault> {
    if is_error {
        return Err(named_error(data));
    }
    if !data.trim_ascii_start().starts_with(b"{") {
        return match serde_json::from_slice(data) {
            Ok(IgnoredAny) => Ok(Layout::Bare),
            Err(error) => Err(StreamFault::NotJson(error)),
        };
    }
    let told = head::read(data, |head| (error_in(head), layout(head))).map_err(StreamFault::NotJson)?;
    match told {
        (Some(error), _) => Err(error),
        (None, layout) => Ok(layout),
    }
}

/// Decodes an event that has been found to be a chunk.
pub(crate) fn decode_event<T: DeserializeOwned>(data: &[u8], layout: Layout) -> Result<T, StreamFault> {
    let mut chunk = None;
    chunk_into(&mut chunk, data, layout).map_err(StreamFault::Decode)?;
    chunk.ok_or_else(|| StreamFault::Decode(DecodeError::no_data()))
}

/// Apart, so that it is compiled once and not for each type.
fn chunk_into(place: &mut dyn Place, data: &[u8], layout: Layout) -> Result<(), DecodeError> {
    match layout {
        Layout::Bare => decode::bare(data, place),
        // A chunk may have a member of this name and no other.
        Layout::Enveloped => decode::data(data, place).or_else(|error| decode::bare(data, place).map_err(|_| error)),
    }
}

/// An object in `Response` is the chunk, unless more stands beside it.
fn layout(head: &Head<'_>) -> Layout {
    if head.response.is_some() && !head.has_more { Layout::Enveloped } else { Layout::Bare }
}

/// The forms of an error, of which the last is the one outside of streams.
///
/// ```json
/// {"ErrorMsg": {"Msg": "…", "Code": 4001}}
/// {"Type": "error", "RequestId": "…", "Error": {"Code": "InternalError", "Message": "…"}}
/// {"Response": {"Error": {"Code": "InternalError", "Message": "…"}, "RequestId": "…"}}
/// ```
fn error_in(head: &Head<'_>) -> Option<StreamFault> {
    let places = [(Some(&head.beside), "Error"), (Some(&head.beside), "ErrorMsg"), (head.response.as_ref(), "Error")];
    places.into_iter().find_map(|(members, name)| {
        let members = members?;
        let error = error_member::read(members.json(name)?)?;
        Some(StreamFault::Api { error, request_id: members.request_id() })
    })
}

/// An event that is an error by its name: in one of the forms, or without any, or in words.
fn named_error(data: &[u8]) -> StreamFault {
    let text = String::from_utf8_lossy(data);
    let text = text.trim();
    let in_words = || error_member::read(text).unwrap_or_else(|| ApiError::new("", text));
    let told = head::read(text.as_bytes(), |head| {
        let request_id = head.beside.request_id();
        error_in(head).unwrap_or_else(|| StreamFault::Api { error: in_words(), request_id })
    });
    told.unwrap_or_else(|_| StreamFault::Api { error: in_words(), request_id: None })
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    fn error(data: &str) -> Option<(String, Option<String>)> {
        match judge_event(data.as_bytes(), false) {
            Ok(_) => None,
            Err(StreamFault::Api { error, request_id }) => Some((error.to_string(), request_id)),
            Err(fault) => panic!("{data}: {fault:?}"),
        }
    }

    #[test]
    fn an_error_has_one_of_three_forms() {
        for (data, expected, id) in [
            (r#"{"ErrorMsg":{"Msg":"timed out","Code":4001}}"#, "4001: timed out", None),
            (
                r#" {"Type":"error","RequestId":"r","Error":{"Code":"InternalError","Message":"m"}}"#,
                "InternalError: m",
                Some("r"),
            ),
            (r#"{"Response":{"Error":{"Code":"A.B","Message":"m"},"RequestId":"r"}}"#, "A.B: m", Some("r")),
            (r#"{"Note":"n","Error":null,"ErrorMsg":{"Msg":"m","Code":"A"}}"#, "A: m", None),
            (r#"{"RequestId":"","Error":{"Message":"m"}}"#, "m", None),
            (r#"{"Error":"a word"}"#, "a word", None),
            (r#"{"ErrorMsg":[1],"RequestId":7}"#, "[1]", Some("7")),
            (r#"{"Error":7,"Error":{"Code":"twice"}}"#, "twice", None),
            (r#"{"Text":"a","Response":"another","ErrorMsg":{"Msg":"\ud83d"}}"#, "\u{fffd}", None),
        ] {
            assert_eq!(error(data), Some((expected.to_owned(), id.map(str::to_owned))), "{data}");
        }
    }

    #[test]
    fn anything_else_is_no_error() {
        for data in [
            r#"{"Error":null,"ErrorMsg":null,"Response":null}"#,
            r#"{"Error":{},"ErrorMsg":{"Msg":"","Code":0},"Response":{"Error":null}}"#,
            r#"{"ErrorMsg":{"Msg":"success","Code":0}}"#,
            r#"{"Error":{"Code":"A"},"Error":"","ErrorMsg":[],"Response":"another"}"#,
            r#"{"Response":["Error",{"Code":"A","Message":"m"}]}"#,
            r#"{"Type":"chunk","Choices":[{"Error":{"Code":"deeper","Message":"m"}}]}"#,
            r#"{"error":{"Code":"A","Message":"m"}}"#,
            r#"[{"Code":"A","Message":"m"}]"#,
            r#""Error""#,
            "{}",
            "7",
        ] {
            assert_eq!(error(data), None, "{data}");
        }
    }

    #[test]
    fn what_isnt_json_is_told() {
        for data in ["x", "{", "{\"a\":1", "{}{}", "{} x", "[1", "\"a", "\u{e9}", "{\"Error\":{\"Code\":"] {
            assert!(matches!(judge_event(data.as_bytes(), false), Err(StreamFault::NotJson(_))), "{data}");
        }
    }

    #[test]
    fn a_chunk_is_decoded_leniently_where_it_must_be() {
        #[derive(Debug, PartialEq, Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Chunk {
            text: String,
            number: u64,
        }

        let chunk =
            |data: &str| decode_event::<Chunk>(data.as_bytes(), Layout::Bare).map_err(|fault| format!("{fault:?}"));
        let expected = Chunk { text: "7".to_owned(), number: 8 };
        assert_eq!(chunk(r#"{"Text":"7","Number":8}"#).as_ref(), Ok(&expected));
        assert_eq!(chunk(r#"{"Text":7,"Number":"8","More":[]}"#).as_ref(), Ok(&expected));
        assert!(chunk(r#"{"Text":"7","Number":[]}"#).unwrap_err().contains("Number"));
        assert!(chunk(r#"{"Text":"7","Number":8} x"#).unwrap_err().contains("trailing"));
        let odd = decode_event::<Chunk>(b"{\"Text\":\"\xff\",\"Number\":8}", Layout::Bare).unwrap();
        assert_eq!(odd.text, "\u{fffd}");
        assert!(decode_event::<Chunk>(b"", Layout::Bare).is_err());
    }

    #[test]
    fn a_chunk_may_be_in_an_envelope() {
        for (data, expected) in [
            (r#"{"Response":{"N":5}}"#, Layout::Enveloped),
            (r#"{"Response":{"N":5},"RequestId":"r"}"#, Layout::Enveloped),
            (r#"{"Response":{"N":5},"Text":"t"}"#, Layout::Bare),
            (r#"{"Response":null}"#, Layout::Bare),
            (r#"{"Response":[5]}"#, Layout::Bare),
            (r#"{"Response":5}"#, Layout::Bare),
        ] {
            assert_eq!(judge_event(data.as_bytes(), false).unwrap(), expected, "{data}");
        }
        let value = decode_event::<serde_json::Value>(br#"{"Response":{"N":5}}"#, Layout::Enveloped).unwrap();
        assert_eq!(value, serde_json::json!({"N": 5}));
    }

    #[test]
    fn an_event_named_error_is_one_whatever_it_holds() {
        for (data, expected) in [
            (r#"{"Code":"X","Message":"m"}"#, "X: m"),
            (r#"{"Error":{"Code":"X","Message":"m"}}"#, "X: m"),
            (r#"{"Code":0,"Message":"m"}"#, r#"{"Code":0,"Message":"m"}"#),
            (r#""boom""#, "boom"),
            ("it broke", "it broke"),
            ("{}", "{}"),
            ("", "an error without code and message"),
        ] {
            match judge_event(data.as_bytes(), true) {
                Err(StreamFault::Api { error, .. }) => assert_eq!(error.to_string(), expected),
                other => panic!("{data}: {other:?}"),
            }
        }
    }
}
