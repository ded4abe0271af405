//! Error codes and their families.

/// What a code means; if it isn't known, what its family does: `InvalidParameterValue` of `InvalidParameterValue.TaskId`.
pub fn family<T>(code: &str, known: fn(&str) -> Option<T>) -> Option<T> {
    let mut code = code;
    loop {
        if let Some(found) = known(code) {
            return Some(found);
        }
        code = code.rsplit_once('.')?.0;
    }
}

#[cfg(test)]
mod tests {
    use super::family;

    #[test]
    fn the_longest_known_beginning_counts() {
        let known = |code: &str| ["A", "A.B", "C.D.E"].iter().position(|known| *known == code);
        for (code, expected) in [
            ("A", Some(0)),
            ("A.B", Some(1)),
            ("A.X", Some(0)),
            ("A.B.C", Some(1)),
            ("C.D.E", Some(2)),
            ("C.D", None),
            ("AB", None),
            ("A.", Some(0)),
            ("", None),
            (".", None),
        ] {
            assert_eq!(family(code, known), expected, "{code}");
        }
    }
}
