//! Rust types against types of the metadata, as far as the names of the Rust types tell.

use syn::Type as RustType;

use super::lock::{Kind, Type};
use crate::kind::{item_of, kind_of, name_of};

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// It may be right: of a type by another name there is no telling.
    Fits,
    Wrong,
    /// An integer that can't hold all values.
    Narrow(String),
}

/// Whether a Rust type can stand for a type of the metadata; `is_out`, if it comes in replies.
///
/// What a request sends is for the user to know: there alone, any integer will do.
pub(super) fn fit(ty: &RustType, expected: Type<'_>, is_out: bool) -> Fit {
    let kind = kind_of(ty);
    if kind == "Any" {
        return Fit::Fits;
    }
    if expected.is_list {
        return match (kind, item_of(ty)) {
            ("List", Some(item)) => fit(item, expected.item(), is_out),
            ("List", None) => Fit::Fits,
            _ => Fit::Wrong,
        };
    }
    let expected_kind = match expected.kind {
        Kind::String => "String",
        Kind::Int64 | Kind::Uint64 => "Integer",
        Kind::Float => "Float",
        Kind::Bool => "Boolean",
        Kind::Data => "Object",
        // Alone, it is judged by its mark; a list of it isn't published.
        Kind::Binary => return Fit::Fits,
    };
    match name_of(ty) {
        _ if kind != expected_kind => Fit::Wrong,
        Some(integer) if is_out && is_narrow(&integer, expected.kind) => Fit::Narrow(integer),
        _ => Fit::Fits,
    }
}

/// Whether there are values that it can't hold. What is unsigned in the metadata keeps within `i64`: of 24,616 published
/// values, the largest is some 2⁵³.
fn is_narrow(integer: &str, kind: Kind) -> bool {
    match integer {
        "i8" | "i16" | "i32" | "u8" | "u16" | "u32" => matches!(kind, Kind::Int64 | Kind::Uint64),
        "u64" | "u128" | "usize" => kind == Kind::Int64,
        _ => false,
    }
}

/// The Rust type that one would declare.
pub(super) fn as_rust(ty: Type<'_>) -> String {
    if ty.is_list {
        return format!("Vec<{}>", as_rust(ty.item()));
    }
    match ty.kind {
        Kind::String => "String".to_owned(),
        Kind::Int64 => "i64".to_owned(),
        Kind::Uint64 => "u64".to_owned(),
        Kind::Float => "f64".to_owned(),
        Kind::Bool => "bool".to_owned(),
        Kind::Binary => "Vec<u8>".to_owned(),
        Kind::Data => ty.word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::lock::Lock;

    #[test]
    fn a_type_fits_wrong_or_right() {
        for (rust, word, in_request, in_reply) in [
            ("String", "string", 'y', 'y'),
            ("&'a str", "datetime_iso", 'y', 'y'),
            ("Option<Cow<'a, str>>", "date", 'y', 'y'),
            ("u64", "string", 'n', 'n'),
            ("Vec<u8>", "string", 'n', 'n'),
            ("TaskStatus", "string", 'y', 'y'),
            ("u64", "uint64", 'y', 'y'),
            ("i64", "uint64", 'y', 'y'),
            ("Option<u32>", "uint64", 'y', '<'),
            ("u64", "int64", 'y', '<'),
            ("i128", "int64", 'y', 'y'),
            ("usize", "uint64", 'y', 'y'),
            ("String", "int64", 'n', 'n'),
            ("f64", "int64", 'n', 'n'),
            ("f32", "float", 'y', 'y'),
            ("i64", "float", 'n', 'n'),
            ("bool", "bool", 'y', 'y'),
            ("u8", "bool", 'n', 'n'),
            ("Box<TimeRange>", "TimeRange", 'y', 'y'),
            ("BTreeMap<String, Value>", "TimeRange", 'y', 'y'),
            ("Vec<TimeRange>", "TimeRange", 'n', 'n'),
            ("String", "TimeRange", 'n', 'n'),
            ("&'a [&'a str]", "[string]", 'y', 'y'),
            ("Option<Vec<u16>>", "[uint64]", 'y', '<'),
            ("HashSet<String>", "[uint64]", 'n', 'n'),
            ("Vec<Option<bool>>", "[bool]", 'y', 'y'),
            ("Tags", "[Tag]", 'y', 'y'),
            ("Tag", "[Tag]", 'y', 'y'),
            ("String", "[string]", 'n', 'n'),
        ] {
            let lock = format!("# tencent-action spec 1\nservice vod 2018-07-17\n\ndata Any in\n  Any {word}\n");
            let lock = Lock::read(lock).unwrap();
            let expected = lock.data("Any", "").unwrap().unwrap().members[0].ty;
            let ty = syn::parse_str(rust).unwrap();
            let fits = [false, true].map(|is_out| match fit(&ty, expected, is_out) {
                Fit::Fits => 'y',
                Fit::Wrong => 'n',
                Fit::Narrow(_) => '<',
            });
            assert_eq!(fits, [in_request, in_reply], "{rust} for {word}");
        }
    }
}
