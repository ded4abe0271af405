//! What an event of a stream holds: JSON without an envelope, that is a chunk or an error.

use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

use super::{ApiError, StreamFault, decode};

/// Tells a chunk from an error, and from what isn't JSON.
pub(crate) fn judge_event(data: &[u8]) -> Result<(), StreamFault> {
    // serde would take the elements of an array for the members.
    let head = if data.trim_ascii_start().starts_with(b"{") {
        serde_json::from_slice(data)
    } else {
        serde_json::from_slice(data).map(|IgnoredAny| Head::default())
    };
    match head {
        Ok(head) => head.error().map_or(Ok(()), Err),
        // There is no error in it that we could tell: the chunk's own type has the word.
        Err(error) if error.is_data() => Ok(()),
        Err(error) => Err(StreamFault::NotJson(error)),
    }
}

/// Decodes an event that has been found to be a chunk.
pub(crate) fn decode_event<T: DeserializeOwned>(data: &[u8]) -> Result<T, StreamFault> {
    decode::bare(data).map_err(StreamFault::Decode)
}

/// The forms of an error, of which the last is the one outside of streams.
///
/// ```json
/// {"ErrorMsg": {"Msg": "…", "Code": 4001}}
/// {"Type": "error", "RequestId": "…", "Error": {"Code": "InternalError", "Message": "…"}}
/// {"Response": {"Error": {"Code": "InternalError", "Message": "…"}, "RequestId": "…"}}
/// ```
#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Head {
    error: Value,
    error_msg: Value,
    request_id: Value,
    response: Value,
}

impl Head {
    fn error(&self) -> Option<StreamFault> {
        let Self { error, error_msg, request_id, response } = self;
        let places = [(error, request_id), (error_msg, request_id), (&response["Error"], &response["RequestId"])];
        let (error, request_id) = places.into_iter().find_map(|(place, id)| Some((read_error(place)?, id)))?;
        Some(StreamFault::Api { error, request_id: text(request_id).map(str::to_owned) })
    }
}

/// An error, unless it is null, or has neither code nor message, as a service may write that there is none.
fn read_error(place: &Value) -> Option<ApiError> {
    let code = match &place["Code"] {
        Value::Number(number) => number.to_string(),
        code => text(code).unwrap_or_default().to_owned(),
    };
    let message = text(&place["Message"]).or(text(&place["Msg"])).unwrap_or_default();
    let says_nothing = code == "0" || code.is_empty() && message.is_empty();
    (!says_nothing).then(|| ApiError::new(code, message))
}

fn text(value: &Value) -> Option<&str> {
    value.as_str().filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(data: &str) -> Option<(String, Option<String>)> {
        match judge_event(data.as_bytes()) {
            Ok(()) => None,
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
            (r#"{"RequestId":"","Error":{"Message":"m"}}"#, ": m", None),
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
            r#"{"Error":"a word","ErrorMsg":[1],"Response":"another"}"#,
            r#"{"Error":7,"Error":{"Code":"twice"}}"#,
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
            assert!(matches!(judge_event(data.as_bytes()), Err(StreamFault::NotJson(_))), "{data}");
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

        let chunk = |data: &str| decode_event::<Chunk>(data.as_bytes()).map_err(|fault| format!("{fault:?}"));
        let expected = Chunk { text: "7".to_owned(), number: 8 };
        assert_eq!(chunk(r#"{"Text":"7","Number":8}"#).as_ref(), Ok(&expected));
        assert_eq!(chunk(r#"{"Text":7,"Number":"8","More":[]}"#).as_ref(), Ok(&expected));
        assert!(chunk(r#"{"Text":"7","Number":[]}"#).unwrap_err().contains("Number"));
        assert!(chunk(r#"{"Text":"7","Number":8} x"#).unwrap_err().contains("trailing"));
        assert!(decode_event::<Chunk>(b"{\"Text\":\"\xff\",\"Number\":8}").is_err());
        assert!(decode_event::<Chunk>(b"").is_err());
    }
}
