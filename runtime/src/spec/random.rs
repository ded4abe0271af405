//! Random metadata: the files that the vendor publishes, with what is wrong in them.

use super::*;
use crate::random::{DEEP, Random, cases, dear_cases, nested};

const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    ",",
    ":",
    "null",
    "1",
    "true",
    "\"\"",
    "{}",
    "[]",
    "\"members\":",
    "\"name\":",
    "\"Tea\"",
    "\\u001b",
    "\u{202e}",
    "\u{1b}",
    "\\ud83d",
    "é",
    "\n",
    "list",
    "object",
    "-",
    "2",
];
const NAMES: &[&str] =
    &["Tea", "Size", "Offset", "Limit", "RequestId", "Type", "名", "a b", "", "TeaSet", "TotalCount"];
const KINDS: &[(&str, &str)] = &[
    ("string", "string"),
    ("int", "int64"),
    ("int", "uint64"),
    ("float", "float"),
    ("bool", "bool"),
    ("list", "Tea"),
    ("list", "string"),
    ("object", "Leaf"),
    ("object", "Gone"),
    ("map", "string"),
    ("string", "datetime"),
    ("binary", "binary"),
];
const DOCUMENTS: &[&str] = &[
    "",
    "Plain.",
    "`A`: one; `B`: two",
    "<ul><li>A: one</li><li>B: two</li></ul>",
    "Values: 0, 1",
    "\\u001b[2J",
    "中文。",
    "```\\n",
    "*/",
];

fn api(random: &mut Random) -> String {
    let actions: Vec<_> = ["Boil", "DescribeTeas"].iter().map(|name| action(random, name)).collect();
    let names = ["BoilRequest", "BoilResponse", "DescribeTeasRequest", "DescribeTeasResponse", "Tea", "Leaf"];
    let objects: Vec<_> = names.iter().map(|name| object(random, name)).collect();
    let text = format!(
        r#"{{"metadata":{{"serviceShortName":"kettle","apiVersion":"2024-05-01"}},"actions":{{{}}},"objects":{{{}}}}}"#,
        actions.join(","),
        objects.join(",")
    );
    random.damage_text(text, PIECES)
}

fn action(random: &mut Random, name: &str) -> String {
    let (status, document) = (random.pick(&["online", "deprecated", "offline", "new"]), random.pick(DOCUMENTS));
    format!(
        r#""{name}":{{"name":"{document}","document":"{document}","status":"{status}","input":"{name}Request","output":"{name}Response"}}"#
    )
}

fn object(random: &mut Random, name: &str) -> String {
    let members: Vec<_> = (0..random.below(4)).map(|_| member(random)).collect();
    let (document, usage) = (random.pick(DOCUMENTS), random.pick(&["in", "out", "both", "?"]));
    format!(r#""{name}":{{"document":"{document}","members":[{}],"usage":"{usage}"}}"#, members.join(","))
}

fn member(random: &mut Random) -> String {
    // The first ones are usual.
    let known = if random.once_in(20) { NAMES.len() } else { 6 };
    let (name, document) = (NAMES[random.below(known)], random.pick(DOCUMENTS));
    let (kind, subtype) = KINDS[random.below(KINDS.len())];
    let mut flags = String::new();
    for flag in ["required", "output_required", "value_allowed_null", "disabled"] {
        if random.once_in(3) {
            flags.extend([",\"", flag, "\":", random.pick(&["true", "1", "0", "null"])]);
        }
    }
    format!(r#"{{"name":"{name}","type":"{kind}","member":"{subtype}","document":"{document}"{flags}}}"#)
}

fn visible(error: &SpecError) {
    let message = error.to_string();
    assert!(!message.is_empty());
    assert!(!message.contains(|letter: char| letter.is_control() || letter == '\u{202e}'), "{message:?}");
}

#[test]
fn any_metadata_is_read_and_locked_or_refused() {
    cases(api, |json| {
        let spec = match ServiceSpec::from_json(json.as_bytes()) {
            Ok(spec) => spec,
            Err(error) => return visible(&error),
        };
        match Lock::new(&spec, spec.names()) {
            Ok(lock) => {
                assert_eq!(Lock::read(&lock.to_string()).as_ref().ok(), Some(&lock));
                assert!(lock.is_whole() || spec.names().count() > 0);
                assert!(lock.changes(&spec).unwrap().iter().all(|change| change.to_string().contains("offline")));
            }
            Err(error) => visible(&error),
        }
    });
}

#[test]
fn any_metadata_that_is_read_is_declared_or_refused() {
    dear_cases(api, |json| {
        let Ok(spec) = ServiceSpec::from_json(json.as_bytes()) else { return };
        let names: Vec<_> = spec.actions.keys().collect();
        match rust(&spec, names, &RustOptions::default()) {
            Ok(text) => assert!(!text.contains(|letter: char| letter.is_control() && letter != '\n'), "{text}"),
            Err(error) => visible(&error),
        }
    });
}

#[test]
fn any_examples_are_read_or_refused() {
    let make = |random: &mut Random| {
        let example = |random: &mut Random| {
            let (text, value) = (random.pick(DOCUMENTS), random.pick(&["null", "\"x\"", "7", "{}"]));
            format!(r#"{{"title":"{text}","document":"{text}","input":"POST / HTTP/1.1","output":{value}}}"#)
        };
        let examples: Vec<_> = (0..random.below(3)).map(|_| example(random)).collect();
        random.damage_text(format!(r#"{{"actions":{{"Boil":[{}]}}}}"#, examples.join(",")), PIECES)
    };
    cases(make, |json| match example::read(json.as_bytes()) {
        Ok(examples) => assert!(examples.values().flatten().all(|example| example.title.len() <= json.len())),
        Err(error) => visible(&error),
    });
}

#[test]
fn metadata_of_any_depth_is_refused() {
    for value in [nested(DEEP, "[", "", "]"), nested(DEEP, "{\"a\":", "1", "}")] {
        for json in
            [format!("{{\"metadata\":{value}}}"), format!("{{\"objects\":{{\"A\":{{\"members\":{value}}}}}}}"), value]
        {
            assert!(ServiceSpec::from_json(json.as_bytes()).is_err());
            // What isn't looked at may be as deep as it likes.
            _ = example::read(json.as_bytes());
        }
    }
}
