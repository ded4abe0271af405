//! Nulls that a member's type can read, beside a member that needs leniency: what comes of them doesn't hang on that.

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;
use tencent_action::tencent_data;

use super::{outcome, reply};

/// What a struct makes of these members of a response, told by `Debug`.
macro_rules! read {
    ($ty:ty, $data:expr) => {
        outcome(reply::<$ty>($data).await).map(|data| format!("{data:?}"))
    };
}

fn zero<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Whether anything came, null or not.
fn came<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    Option::<u64>::deserialize(deserializer).map(|_| true)
}

#[expect(clippy::unnecessary_wraps, reason = "it is the default of such a member")]
fn ten() -> Option<u64> {
    Some(10)
}

/// Whether `M` is a number or stands in quotes, which takes leniency.
const M: [&str; 2] = ["5", r#""5""#];

#[tokio::test]
async fn a_null_is_what_its_type_makes_of_it() {
    #[tencent_data]
    #[derive(Debug)]
    struct Ours {
        #[serde(default = "ten")]
        option: Option<u64>,
        value: Value,
        raw: Box<RawValue>,
        unit: (),
        m: u64,
    }

    for m in M {
        let data = format!(r#"{{"Option":null,"Value":null,"Raw":null,"Unit":null,"M":{m}}}"#);
        let expected = "Ours { option: None, value: Null, raw: RawValue(null), unit: (), m: 5 }";
        assert_eq!(read!(Ours, &data), Ok(expected.to_owned()), "{data}");
    }
    let fault = read!(Ours, r#"{"Unit":null,"Value":1,"M":5}"#).unwrap_err();
    assert_eq!(fault, "`Raw` is null or missing; what came: `RequestId`, `Value`, `M`");
}

#[tokio::test]
async fn serdes_own_derives_are_given_nulls_too() {
    #[tencent_data]
    #[derive(Debug)]
    struct Guarded {
        #[serde(deserialize_with = "zero")]
        n: u64,
        #[serde(default, deserialize_with = "came")]
        given: bool,
        value: Value,
        m: u64,
    }

    for m in M {
        let data = format!(r#"{{"N":null,"Given":null,"Value":null,"M":{m}}}"#);
        let expected = "Guarded { n: 0, given: true, value: Null, m: 5 }";
        assert_eq!(read!(Guarded, &data), Ok(expected.to_owned()), "{data}");
    }
    // The member is named that is at fault.
    let fault = read!(Guarded, r#"{"N":null,"Value":null,"M":null}"#).unwrap_err();
    assert_eq!(fault, "at `M`: invalid type: null, expected u64");
}

/// What they can't read is as if it weren't there.
#[tokio::test]
async fn serdes_own_derives_go_without_nulls_that_they_cant_read() {
    #[tencent_data]
    #[derive(Debug)]
    struct Guarded {
        #[serde(default, deserialize_with = "as_it_is::deserialize")]
        n: u64,
        m: u64,
    }

    mod as_it_is {
        pub(super) fn deserialize<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
            serde::Deserialize::deserialize(deserializer)
        }
    }

    for m in M {
        let data = format!(r#"{{"N":null,"M":{m}}}"#);
        assert_eq!(read!(Guarded, &data), Ok("Guarded { n: 0, m: 5 }".to_owned()), "{data}");
    }
}

/// A member by its old name and by its new one, of which one is null.
#[tokio::test]
async fn a_null_is_no_second_value() {
    #[tencent_data]
    #[derive(Debug)]
    struct Renamed {
        #[serde(alias = "Old")]
        new: Option<u64>,
        #[serde(alias = "Was")]
        is: u64,
    }

    for data in [
        r#"{"Old":null,"New":6,"Was":null,"Is":7}"#,
        r#"{"New":6,"Old":null,"Is":7,"Was":null}"#,
        r#"{"New":6,"Old":null,"Is":"7","Was":null}"#,
    ] {
        assert_eq!(read!(Renamed, data), Ok("Renamed { new: Some(6), is: 7 }".to_owned()), "{data}");
    }
    let twice = read!(Renamed, r#"{"New":null,"Old":5,"New":6,"Is":7}"#);
    assert_eq!(twice.unwrap_err(), "duplicate field `New`");
}

/// The request id is in every response, so it isn't unknown where no other member may be.
#[tokio::test]
async fn a_response_may_deny_unknown_members() {
    #[tencent_data]
    #[derive(Debug)]
    #[serde(deny_unknown_fields)]
    struct Exact {
        m: u64,
        inner: Option<Box<Exact>>,
    }

    #[tencent_data]
    #[derive(Debug)]
    #[serde(deny_unknown_fields)]
    struct WithId {
        request_id: String,
    }

    for m in M {
        let data = format!(r#"{{"M":{m},"Inner":{{"M":{m}}}}}"#);
        let expected = "Exact { m: 5, inner: Some(Exact { m: 5, inner: None }) }";
        assert_eq!(read!(Exact, &data), Ok(expected.to_owned()), "{data}");
    }
    let fault = read!(Exact, r#"{"M":5,"New":1}"#).unwrap_err();
    assert_eq!(fault, "unknown field `New`, expected `M` or `Inner`");
    let within = read!(Exact, r#"{"M":5,"Inner":{"M":5,"RequestId":"r"}}"#).unwrap_err();
    assert_eq!(within, "at `Inner`: unknown field `RequestId`, expected `M` or `Inner`");

    assert_eq!(read!(WithId, "{}"), Ok(r#"WithId { request_id: "r-1" }"#.to_owned()));
}
