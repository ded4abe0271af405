//! What an `Error` says, in whatever shape it comes.

use serde_json::Value;

use super::ApiError;
use super::head::Members;
use super::text::word;

/// What holds nothing isn't longer. A value takes a hundred times the memory of its text, so whatever comes isn't made one.
const LONGEST_BLANK: usize = 4096;

/// The error that this JSON is, unless it says that there is none: null, nothing in it, or the code 0.
///
/// One that can't be read is its own message, and has no code.
pub(super) fn read(json: &str) -> Option<ApiError> {
    let is_short = json.len() <= LONGEST_BLANK;
    if is_short && serde_json::from_str::<Value>(json).is_ok_and(|value| is_blank(&value)) {
        return None;
    }
    let members = Members::of(json, &["Code", "Message", "Msg"]);
    let message = members.word("Message").or_else(|| members.word("Msg"));
    match (members.word("Code"), message) {
        (Some(code), _) if code == "0" => None,
        (None, None) => Some(ApiError::new("", word(json).unwrap_or_else(|| json.to_owned()))),
        (code, message) => Some(ApiError::new(code.unwrap_or_default(), message.unwrap_or_default())),
    }
}

/// Whether a value holds nothing, however deep it is.
fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Bool(true) => false,
        Value::Number(number) => number.as_u64() == Some(0),
        Value::String(text) => text.is_empty(),
        Value::Array(elements) => elements.iter().all(is_blank),
        Value::Object(members) => members.values().all(is_blank),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_nothing_is_no_error_if_it_is_short() {
        for json in ["null", "{}", "[]", "0", "false", r#""""#, r#"{"Code":"","Message":null}"#, "[{},[0]]"] {
            assert_eq!(read(json), None, "{json}");
        }
        let blank = |members: usize| format!("[{}null]", "null,".repeat(members));
        assert_eq!(read(&blank(LONGEST_BLANK / 5 - 2)), None);
        assert!(read(&blank(LONGEST_BLANK / 5)).is_some());
    }
}
