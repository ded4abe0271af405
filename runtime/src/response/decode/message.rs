//! Messages of serde's, without the strings that they quote: any of them may be a secret.

/// How serde begins to quote a string, as Rust would write it.
const STRING: &str = "string \"";

/// The message with the lengths of strings in place of strings.
pub(super) fn without_strings(message: &str) -> String {
    let (mut shown, mut rest) = (String::new(), message);
    while let Some((before, quoted)) = rest.split_once(STRING) {
        let (length, after) = end_of_string(quoted);
        shown += before;
        shown += &of_length(length);
        rest = after;
    }
    without_unknown(&without_unknown(&(shown + rest), "variant", |_| false), "field", is_name)
}

/// The message about a value, without what it may quote of it. serde's words are known; what a type says in its own words isn't, so
/// that isn't shown where there are strings, of which this is the one that was read last.
pub(super) fn shown(message: &str, last: &str, has_strings: bool) -> String {
    let shown = without_strings(message);
    if !has_strings || is_serdes(&shown) {
        return shown;
    }
    let refused = if last.is_empty() { "it".to_owned() } else { of_length(last.chars().count()) };
    format!("its type refused {refused}, in words that aren't shown, for they may quote a secret")
}

/// Whether a message is one of serde's, or of ours.
fn is_serdes(message: &str) -> bool {
    const WHOLE: [&str; 5] = [
        "it isn't JSON",
        "the JSON ends too early",
        "trailing characters",
        "recursion limit exceeded",
        "invalid number",
    ];
    const BEGINNINGS: [&str; 7] = [
        "a list of more than ",
        "duplicate field `",
        "invalid length ",
        "unknown field",
        "unknown variant",
        "number out of range",
        "data did not match any variant of untagged enum ",
    ];
    let invalid = ["invalid type: ", "invalid value: "].iter().find_map(|beginning| message.strip_prefix(beginning));
    invalid.is_some_and(is_unexpected)
        || is_of_missing(message)
        || WHOLE.contains(&message)
        || BEGINNINGS.iter().any(|beginning| message.starts_with(beginning))
}

/// Whether a message goes on with what serde says that came, and not with a type's words for it.
fn is_unexpected(rest: &str) -> bool {
    const WORDS: [&str; 18] = [
        "a string of ",
        "an empty string",
        "boolean `",
        "byte array",
        "character `",
        "enum",
        "floating point `",
        "integer `",
        "map",
        "newtype struct",
        "newtype variant",
        "null",
        "Option value",
        "sequence",
        "struct variant",
        "tuple variant",
        "unit value",
        "unit variant",
    ];
    WORDS.iter().any(|word| rest.starts_with(word))
}

/// Whether a member isn't there, as serde tells it, and as we do.
pub(super) fn is_of_missing(message: &str) -> bool {
    message.starts_with("missing field `") || message.ends_with("` is null or missing")
}

/// What there is instead, to compare with the declaration. A key may be anything, so only names are shown.
pub(super) fn what_came(names: &[String]) -> String {
    /// How many are listed.
    const MOST: usize = 8;
    let listed: Vec<_> = names.iter().filter(|name| is_name(name)).take(MOST).map(|name| format!("`{name}`")).collect();
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

/// Whether a key looks like the name of a member, and not like anybody's secret.
fn is_name(key: &str) -> bool {
    key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The message without what serde says that it doesn't know: a variant is a string of the reply, and a key may be anything.
///
/// What it knows has no such end in its names, so the last one is that of the quotation.
fn without_unknown(message: &str, what: &str, is_shown: fn(&str) -> bool) -> String {
    let Some((before, quoted)) = message.split_once(&format!("unknown {what} `")) else { return message.to_owned() };
    let ends = ["`, expected".to_owned(), format!("`, there are no {what}s")].map(|end| quoted.rfind(&end));
    let Some(at) = ends.into_iter().flatten().max() else { return format!("{before}unknown {what}") };
    if is_shown(&quoted[..at]) {
        return message.to_owned();
    }
    let unknown = of_length(quoted[..at].chars().count());
    format!("{before}unknown {what}, {unknown}{}", &quoted[at + 1..])
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
    fn the_words_of_a_type_arent_shown_where_there_are_strings() {
        let words = "no date: SECRET";
        assert_eq!(shown(words, "", false), words);
        let hidden =
            "its type refused a string of 6 characters, in words that aren't shown, for they may quote a secret";
        assert_eq!(shown(words, "SECRET", true), hidden);
        assert!(shown(words, "", true).starts_with("its type refused it, "));
        let other = JsonError::invalid_value(Unexpected::Other("SECRET"), &"a date").to_string();
        assert_eq!(shown(&other, "SECRET", true), hidden);
    }

    #[test]
    fn the_words_of_serde_are() {
        let unexpected = [
            Unexpected::Bool(true),
            Unexpected::Unsigned(1),
            Unexpected::Signed(-1),
            Unexpected::Float(1.5),
            Unexpected::Char('a'),
            Unexpected::Bytes(b"a"),
            Unexpected::Unit,
            Unexpected::Option,
            Unexpected::NewtypeStruct,
            Unexpected::Seq,
            Unexpected::Map,
            Unexpected::Enum,
            Unexpected::UnitVariant,
            Unexpected::NewtypeVariant,
            Unexpected::TupleVariant,
            Unexpected::StructVariant,
        ];
        for unexpected in unexpected {
            for error in [JsonError::invalid_type(unexpected, &"u8"), JsonError::invalid_value(unexpected, &"u8")] {
                assert_eq!(shown(&error.to_string(), "", true), error.to_string());
            }
        }
        for error in [
            JsonError::missing_field("A"),
            JsonError::duplicate_field("A"),
            JsonError::invalid_length(3, &"two"),
            JsonError::unknown_field("New", &["A"]),
            JsonError::unknown_field("New", &[]),
        ] {
            assert_eq!(shown(&error.to_string(), "", true), error.to_string());
        }
        let key = JsonError::unknown_field("a secret", &["A"]).to_string();
        assert_eq!(shown(&key, "", true), "unknown field, a string of 8 characters, expected `A`");
    }
}
