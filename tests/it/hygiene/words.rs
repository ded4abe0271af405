//! Enums of words: their values, and what keeps those that are none of them.

use std::fmt::Debug;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use tencent_action::{CommonError, ErrorCode, tencent_data, tencent_errors};

use super::{json, text};

/// One enum for each rule, and one that serde derives, to compare.
macro_rules! by_rule {
    ($($rule:literal $module:ident $($value:literal)*;)*) => {
        $(
            mod $module {
                macro_rules! word {
                    ($name:ident: $attribute:meta) => {
                        #[$attribute]
                        #[derive(Debug, Clone, PartialEq)]
                        #[serde(rename_all = $rule)]
                        pub(super) enum $name {
                            A,
                            Finish,
                            InProgress,
                            HTTPOk,
                            Http2xx,
                            IPv6,
                            r#Type,
                            #[serde(rename = "hadAutoFixVul", alias = "HadAutoFixVul")]
                            Renamed,
                            Other(String),
                        }
                    };
                }
                word!(Word: tencent_action::tencent_data);
                word!(BySerde: derive(serde::Serialize, serde::Deserialize));
            }
        )*

        #[test]
        fn rules_are_serdes() {
            $({
                use $module::{BySerde, Word};
                let words = [
                    (Word::A, BySerde::A),
                    (Word::Finish, BySerde::Finish),
                    (Word::InProgress, BySerde::InProgress),
                    (Word::HTTPOk, BySerde::HTTPOk),
                    (Word::Http2xx, BySerde::Http2xx),
                    (Word::IPv6, BySerde::IPv6),
                    (Word::Type, BySerde::Type),
                    (Word::Renamed, BySerde::Renamed),
                ];
                let values = [$($value,)* "hadAutoFixVul"];
                assert_eq!(words.len(), values.len());
                for ((word, by_serde), value) in words.into_iter().zip(values) {
                    assert_eq!((word.as_str(), json(&word)), (value, json(&by_serde)), $rule);
                    assert_eq!(Word::from(value), word);
                }
                assert_eq!(Word::from("HadAutoFixVul"), Word::Renamed);
            })*
        }
    };
}

by_rule! {
    "lowercase" lower "a" "finish" "inprogress" "httpok" "http2xx" "ipv6" "type";
    "UPPERCASE" upper "A" "FINISH" "INPROGRESS" "HTTPOK" "HTTP2XX" "IPV6" "TYPE";
    "PascalCase" pascal "A" "Finish" "InProgress" "HTTPOk" "Http2xx" "IPv6" "Type";
    "camelCase" camel "a" "finish" "inProgress" "hTTPOk" "http2xx" "iPv6" "type";
    "snake_case" snake "a" "finish" "in_progress" "h_t_t_p_ok" "http2xx" "i_pv6" "type";
    "SCREAMING_SNAKE_CASE" screaming_snake "A" "FINISH" "IN_PROGRESS" "H_T_T_P_OK" "HTTP2XX" "I_PV6" "TYPE";
    "kebab-case" kebab "a" "finish" "in-progress" "h-t-t-p-ok" "http2xx" "i-pv6" "type";
    "SCREAMING-KEBAB-CASE" screaming_kebab "A" "FINISH" "IN-PROGRESS" "H-T-T-P-OK" "HTTP2XX" "I-PV6" "TYPE";
}

/// Attributes of all kinds, on the enum and on its variants.
///
/// Documentation and other derives stay where they are.
#[tencent_data]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
enum Unit {
    /// The first.
    #[default]
    Second,
    #[cfg(test)]
    #[serde(rename = "MIN", alias = "MINUTE", alias = "Minute")]
    Minute,
    #[cfg(not(test))]
    Gone,
    r#Type,
    #[allow(non_camel_case_types, reason = "a keyword")]
    r#type,
    #[cfg_attr(test, serde(rename = "hour \"h\""))]
    #[cfg_attr(not(test), serde(rename = "Gone"))]
    Hour,
    Größe,
    #[cfg(test)]
    Other(Kept),
    #[cfg(not(test))]
    Other(String),
}

/// Text that needn't be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Kept;

impl From<&str> for Kept {
    fn from(_: &str) -> Self {
        Self
    }
}

impl AsRef<str> for Kept {
    fn as_ref(&self) -> &'static str {
        "kept"
    }
}

#[test]
fn variants_may_be_named_and_configured_as_any() {
    let words = [
        (Unit::Second, "Second"),
        (Unit::Minute, "MIN"),
        (Unit::r#Type, "Type"),
        (Unit::r#type, "type"),
        (Unit::Hour, "hour \"h\""),
        (Unit::Größe, "Größe"),
        (Unit::Other(Kept), "kept"),
    ];
    for (word, value) in words {
        assert_eq!((word.as_str(), word.as_ref(), word.to_string().as_str()), (value, value, value));
        assert_eq!((Unit::from(value), json(&word)), (word, json!(value)));
        assert_eq!(serde_json::from_value::<Unit>(json!(value)).unwrap(), word);
    }
    assert_eq!(
        [Unit::from("MINUTE"), Unit::from("Minute"), Unit::from("SECOND")],
        [Unit::Minute, Unit::Minute, Unit::Other(Kept)]
    );
    assert_eq!(Unit::default(), Unit::Second);
    assert_eq!(format!("[{:>8}] [{:-<4.2}]", Unit::Second, Unit::Second), "[  Second] [Se--]");
}

/// With numbers of its own.
#[tencent_data]
#[derive(Debug, PartialEq)]
#[repr(u8)]
enum Numbered {
    One = 1,
    Other(String) = 9,
}

#[test]
fn variants_may_have_numbers() {
    assert_eq!([Numbered::from("One"), Numbered::from("1")], [Numbered::One, Numbered::Other("1".to_owned())]);
}

/// What an unknown value is kept in.
macro_rules! kept_in {
    ($($name:ident: $kept:ty;)*) => {
        $(
            #[tencent_data]
            #[derive(Debug, PartialEq)]
            enum $name {
                Known,
                Other($kept),
            }
        )*
    };
}

kept_in! {
    InString: String;
    InBox: Box<str>;
    InArc: Arc<str>;
    InPath: std::rc::Rc<str>;
    InCommonError: CommonError;
    InAnother: InString;
}

/// Unknown values are read, kept as they are, and go out again.
fn assert_kept<T: Serialize + DeserializeOwned + Debug + PartialEq + for<'a> From<&'a str> + AsRef<str>>() {
    for value in ["", "?", "known", "Known ", "\"\\\u{0}\u{1F600}"] {
        let read: T = serde_json::from_value(json!(value)).unwrap();
        assert_eq!((read.as_ref(), &T::from(value), json(&read)), (value, &read, json!(value)));
    }
    assert_eq!(text(&T::from("Known")), r#""Known""#);
    for other in [json!(1), json!(null), json!(["Known"]), json!({"Known": null})] {
        let fault = serde_json::from_value::<T>(other).unwrap_err().to_string();
        assert!(fault.contains("expected a string (In"), "{fault}");
    }
}

#[test]
fn unknown_values_are_kept_in_what_takes_text() {
    assert_kept::<InString>();
    assert_kept::<InBox>();
    assert_kept::<InArc>();
    assert_kept::<InPath>();
    assert_eq!(InAnother::from("Known"), InAnother::Known);
    assert_eq!(InAnother::from("?"), InAnother::Other(InString::Other("?".to_owned())));
    assert_eq!(InCommonError::from("LimitExceeded.Of"), InCommonError::Other(CommonError::LimitExceeded));
}

/// Codes with everything that can stand on a variant.
#[tencent_errors]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub(crate) enum Codes {
    /// A family.
    FailedOperation,
    #[doc(alias = "member")]
    #[tencent(code = "FailedOperation.Member-1_x")]
    Member,
    #[cfg(not(test))]
    Gone,
    #[cfg_attr(test, tencent(code = "Here"))]
    There,
    r#InternalError,
    Unknown(Box<str>),
}

#[test]
fn codes_are_the_most_exact_that_is_declared() {
    assert_eq!(Codes::CODES, ["FailedOperation", "FailedOperation.Member-1_x", "Here", "InternalError"]);
    let codes = [Codes::FailedOperation, Codes::Member, Codes::There, Codes::InternalError];
    for (code, text) in codes.into_iter().zip(Codes::CODES) {
        assert_eq!((code.as_str(), code.as_ref(), code.to_string().as_str()), (*text, *text, *text));
        assert_eq!(Codes::from(*text), code);
        assert_eq!(Codes::from(format!("{text}.More.Of").as_str()), code);
    }
    assert_eq!(Codes::from("There"), Codes::Unknown("There".into()));
}
