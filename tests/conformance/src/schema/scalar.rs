//! Values that have nothing in them.

use serde_json::{Number, Value};
use tencent_action::spec::MemberKind;

use super::{Deviation, Form};

/// The value as its declared type has it, if it is one of that type, be it written as another; and whether it is.
pub(super) fn read(kind: &MemberKind, value: &Value, form: Form) -> Option<(Value, Option<Deviation>)> {
    let quoted = if form == Form::Text { None } else { Some(Deviation::Quoted) };
    let is_text = !matches!(kind, MemberKind::Int64 | MemberKind::Uint64 | MemberKind::Float | MemberKind::Bool);
    match (kind, value) {
        (_, Value::String(text)) if form == Form::Reply && text.is_empty() && !is_text => {
            Some((Value::Null, Some(Deviation::Empty)))
        }
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
        (MemberKind::Bool, Value::Number(number)) if form == Form::Reply => {
            let said = number.as_u64().filter(|number| *number <= 1)?;
            Some((Value::Bool(said == 1), Some(Deviation::Digit)))
        }
        _ if !is_text => None,
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
        let read = |kind, value| read(&kind, &value, Form::Json);
        assert_eq!(read(MemberKind::Int64, json!("-7")), Some((json!(-7), Some(Deviation::Quoted))));
        assert_eq!(read(MemberKind::Uint64, json!(-7)), None);
        assert_eq!(read(MemberKind::Uint64, json!(7.0)), Some((json!(7), None)));
        assert_eq!(read(MemberKind::Int64, json!(9_223_372_036_854_776_000_u64)), None);
        assert_eq!(read(MemberKind::Int64, json!(7.5)), None);
        assert_eq!(read(MemberKind::Float, json!(7)), Some((json!(7), None)));
        assert_eq!(read(MemberKind::Bool, json!("True")), Some((json!(true), Some(Deviation::Quoted))));
        assert_eq!(read(MemberKind::Bool, json!(1)), None);
        assert_eq!(read(MemberKind::Int64, json!("")), None);
        assert_eq!(read(MemberKind::String, json!(1)), Some((json!("1"), Some(Deviation::Unquoted))));
        assert_eq!(read(MemberKind::String, json!([])), None);
    }

    #[test]
    fn in_text_everything_is_quoted() {
        assert_eq!(read(&MemberKind::Int64, &json!("7"), Form::Text), Some((json!(7), None)));
        assert_eq!(read(&MemberKind::Int64, &json!("seven"), Form::Text), None);
    }

    #[test]
    fn in_replies_the_client_forgives_more() {
        let read = |kind, value| read(&kind, &value, Form::Reply);
        assert_eq!(read(MemberKind::Bool, json!(1)), Some((json!(true), Some(Deviation::Digit))));
        assert_eq!(read(MemberKind::Bool, json!(2)), None);
        assert_eq!(read(MemberKind::Int64, json!("")), Some((Value::Null, Some(Deviation::Empty))));
        assert_eq!(read(MemberKind::String, json!("")), Some((json!(""), None)));
    }
}
