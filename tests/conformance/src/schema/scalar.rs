//! Values that have nothing in them.

use serde_json::{Number, Value};
use tencent_action::spec::MemberKind;

use super::Deviation;

/// The value as its declared type has it, if it is one of that type, be it written as another; and whether it is.
pub(super) fn read(kind: &MemberKind, value: &Value, is_text: bool) -> Option<(Value, Option<Deviation>)> {
    let quoted = if is_text { None } else { Some(Deviation::Quoted) };
    match (kind, value) {
        (MemberKind::Int64 | MemberKind::Uint64 | MemberKind::Float, Value::Number(number)) => {
            Some((Value::Number(fitting(kind, number)?), None))
        }
        (MemberKind::Int64 | MemberKind::Uint64 | MemberKind::Float, Value::String(text)) => {
            let number: Number = text.trim().parse().ok()?;
            Some((Value::Number(fitting(kind, &number)?), quoted))
        }
        (MemberKind::Bool, Value::Bool(_)) => Some((value.clone(), None)),
        (MemberKind::Bool, Value::String(text)) => {
            let said = ["true", "false"].iter().position(|word| text.trim().eq_ignore_ascii_case(word))?;
            Some((Value::Bool(said == 0), quoted))
        }
        (MemberKind::Int64 | MemberKind::Uint64 | MemberKind::Float | MemberKind::Bool, _) => None,
        (_, Value::String(_)) => Some((value.clone(), None)),
        (_, Value::Number(_) | Value::Bool(_)) => Some((value.to_string().into(), Some(Deviation::Unquoted))),
        _ => None,
    }
}

/// A number of the range and the precision of its type. `1.0` is whole, too.
fn fitting(kind: &MemberKind, number: &Number) -> Option<Number> {
    match kind {
        MemberKind::Float => Some(number.clone()),
        MemberKind::Int64 if number.is_i64() => Some(number.clone()),
        MemberKind::Uint64 if number.is_u64() => Some(number.clone()),
        _ => {
            let whole = number.as_f64().filter(|float| number.is_f64() && float.fract() == 0.0)?;
            // A whole number prints as one.
            format!("{whole:.0}").parse::<Number>().ok().filter(|whole| match kind {
                MemberKind::Int64 => whole.is_i64(),
                _ => whole.is_u64(),
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_written_as_another_type_is_told() {
        let read = |kind, value| read(&kind, &value, false);
        assert_eq!(read(MemberKind::Int64, json!("-7")), Some((json!(-7), Some(Deviation::Quoted))));
        assert_eq!(read(MemberKind::Uint64, json!(-7)), None);
        assert_eq!(read(MemberKind::Uint64, json!(7.0)), Some((json!(7), None)));
        assert_eq!(read(MemberKind::Int64, json!(9_223_372_036_854_776_000_u64)), None);
        assert_eq!(read(MemberKind::Int64, json!(7.5)), None);
        assert_eq!(read(MemberKind::Float, json!(7)), Some((json!(7), None)));
        assert_eq!(read(MemberKind::Bool, json!("True")), Some((json!(true), Some(Deviation::Quoted))));
        assert_eq!(read(MemberKind::Bool, json!(1)), None);
        assert_eq!(read(MemberKind::String, json!(1)), Some((json!("1"), Some(Deviation::Unquoted))));
        assert_eq!(read(MemberKind::String, json!([])), None);
    }

    #[test]
    fn in_text_everything_is_quoted() {
        assert_eq!(read(&MemberKind::Int64, &json!("7"), true), Some((json!(7), None)));
        assert_eq!(read(&MemberKind::Int64, &json!("seven"), true), None);
    }
}
