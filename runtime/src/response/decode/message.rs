//! Messages of serde's, without the strings that they quote: any of them may be a secret.

/// How serde begins to quote a string, as Rust would write it.
const STRING: &str = "string \"";
/// How serde quotes what is no variant of an enum, and goes on.
const VARIANT: (&str, &str) = ("unknown variant `", "`, ");

/// The message with the lengths of strings in place of strings.
pub(super) fn without_strings(message: &str) -> String {
    let (mut shown, mut rest) = (String::new(), message);
    while let Some((before, quoted)) = rest.split_once(STRING) {
        let (length, after) = end_of_string(quoted);
        shown += before;
        shown += &of_length(length);
        rest = after;
    }
    without_variant(&(shown + rest))
}

/// The message without this text, if that is long enough to be a secret: a type may quote it in words other than serde's.
pub(super) fn without(text: &str, message: &str) -> String {
    const SECRET: usize = 4;
    let (shown, length) = (without_strings(message), text.chars().count());
    if length < SECRET || shown != message { shown } else { shown.replace(text, &of_length(length)) }
}

/// Whether a member isn't there, as serde tells it, and as we do.
pub(super) fn is_of_missing(message: &str) -> bool {
    message.starts_with("missing field `") || message.ends_with("` is null or missing")
}

/// What there is instead, to compare with the declaration. A key may be anything, so only names are shown.
pub(super) fn what_came(names: &[String]) -> String {
    /// How many are listed.
    const MOST: usize = 8;
    let is_name = |name: &&String| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let listed: Vec<_> = names.iter().filter(is_name).take(MOST).map(|name| format!("`{name}`")).collect();
    match (&*listed, names.len() - listed.len()) {
        ([], 0) => "nothing came".to_owned(),
        ([], 1) => "1 member came".to_owned(),
        ([], count) => format!("{count} members came"),
        (listed, 0) => format!("what came: {}", listed.join(", ")),
        (listed, left) => format!("what came: {}, and {left} more", listed.join(", ")),
    }
}

/// How many characters are quoted, and what comes after them.
fn end_of_string(quoted: &str) -> (usize, &str) {
    let (mut length, mut rest) = (0, quoted);
    loop {
        let mut chars = rest.chars();
        match chars.next() {
            None => return (length, ""),
            Some('"') => return (length, chars.as_str()),
            Some('\\') => {
                let is_code = chars.next() == Some('u');
                rest = chars.as_str();
                rest = if is_code { rest.split_once('}').map_or("", |(_, rest)| rest) } else { rest };
            }
            Some(_) => rest = chars.as_str(),
        }
        length += 1;
    }
}

fn of_length(length: usize) -> String {
    match length {
        0 => "an empty string".to_owned(),
        1 => "a string of 1 character".to_owned(),
        _ => format!("a string of {length} characters"),
    }
}

/// The variants that there are have no such end in their names, so the last one is that of the quotation.
fn without_variant(message: &str) -> String {
    let (begin, end) = VARIANT;
    let Some((before, quoted)) = message.split_once(begin) else { return message.to_owned() };
    let ends = ["expected", "there are no variants"].map(|next| quoted.rfind(&format!("{end}{next}")));
    let Some(at) = ends.into_iter().flatten().max() else { return format!("{before}unknown variant") };
    let variant = of_length(quoted[..at].chars().count());
    format!("{before}unknown variant, {variant}{}", &quoted[at + 1..])
}

#[cfg(test)]
mod tests {
    use serde::de::{Error, Unexpected};
    use serde_json::Error as JsonError;

    use super::*;

    #[test]
    fn strings_are_told_by_their_length() {
        for (text, expected) in [
            ("", "an empty string"),
            ("x", "a string of 1 character"),
            ("SUPERSECRET", "a string of 11 characters"),
            ("a\"b\\\"c", "a string of 6 characters"),
            ("\u{1b}\n\u{202e}é😀'", "a string of 6 characters"),
            ("\", expected string \"x", "a string of 21 characters"),
        ] {
            let error = JsonError::invalid_type(Unexpected::Str(text), &"u64").to_string();
            assert_eq!(without_strings(&error), format!("invalid type: {expected}, expected u64"));
            let error = JsonError::invalid_value(Unexpected::Str(text), &"a string").to_string();
            assert_eq!(without_strings(&error), format!("invalid value: {expected}, expected a string"));
        }
        assert_eq!(without_strings("string \"cut o"), "a string of 5 characters");
        let two = without_strings("string \"a\", string \"bc\"!");
        assert_eq!(two, "a string of 1 character, a string of 2 characters!");
    }

    #[test]
    fn so_are_variants() {
        for (text, expected) in
            [("SECRET", "a string of 6 characters"), ("a`, expected `b", "a string of 15 characters")]
        {
            let error = JsonError::unknown_variant(text, &["A", "B"]).to_string();
            assert_eq!(without_strings(&error), format!("unknown variant, {expected}, expected `A` or `B`"));
            let error = JsonError::unknown_variant(text, &[]).to_string();
            assert_eq!(without_strings(&error), format!("unknown variant, {expected}, there are no variants"));
        }
    }

    #[test]
    fn names_are_listed_and_nothing_else() {
        let came = |names: &[&str]| what_came(&names.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(came(&[]), "nothing came");
        assert_eq!(came(&["TaskSet", "task_2"]), "what came: `TaskSet`, `task_2`");
        assert_eq!(came(&["\u{1b}[2J", "a b"]), "2 members came");
        assert_eq!(came(&["A", "a secret of somebody's"]), "what came: `A`, and 1 more");
        assert_eq!(came(&["A"; 10]), "what came: `A`, `A`, `A`, `A`, `A`, `A`, `A`, `A`, and 2 more");
    }

    #[test]
    fn what_is_known_isnt_told() {
        assert_eq!(without("2024-1-1", "bad date 2024-1-1"), "bad date a string of 8 characters");
        assert_eq!(without("a", "bad date a"), "bad date a");
        assert_eq!(
            without("7", "invalid value: integer `256`, expected u8"),
            "invalid value: integer `256`, expected u8"
        );
    }
}
