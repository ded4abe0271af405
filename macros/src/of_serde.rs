//! Whether a path names something of serde's.

use syn::{Path, PathSegment};

/// Where serde's traits and derives are.
const CRATES: [&str; 3] = ["serde", "serde_derive", "tencent_action"];

/// Whether it ends in one of these names, and is a bare name or a path into serde or into us. What other crates call so
/// is written with a path.
pub(crate) fn is_of_serde(path: &Path, names: &[&str]) -> bool {
    let is_one_of = |segment: &PathSegment, known: &[&str]| known.iter().any(|name| segment.ident == name);
    path.segments.last().is_some_and(|last| is_one_of(last, names))
        && (path.segments.len() == 1 || path.segments.first().is_some_and(|first| is_one_of(first, &CRATES)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_serde_are_told_from_those_of_other_crates() {
        for (path, expected) in [
            ("Serialize", true),
            ("serde::Serialize", true),
            ("::serde::Deserialize", true),
            ("serde_derive::Deserialize", true),
            ("tencent_action::__private::serde::Serialize", true),
            ("rkyv::Serialize", false),
            ("::rkyv::Deserialize", false),
            ("self::rkyv::Serialize", false),
            ("serde::Other", false),
            ("Debug", false),
        ] {
            let path = syn::parse_str(path).unwrap();
            assert_eq!(is_of_serde(&path, &["Serialize", "Deserialize"]), expected, "{path:?}");
        }
    }
}
