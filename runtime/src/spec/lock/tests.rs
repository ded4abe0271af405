use std::path::{Path, PathBuf};

use super::*;
use crate::spec::Status;

/// A service in our own words, whose request has these members beside a list of teas, and whose reply has those.
fn kettle(input: &str, output: &str, tea: &str) -> ServiceSpec {
    let json = format!(
        r#"{{
        "metadata": {{ "serviceShortName": "kettle", "apiVersion": "2024-05-01" }},
        "actions": {{
            "BoilWater": {{ "name": "Boils water", "status": "online", "input": "BoilWaterRequest", "output": "BoilWaterResponse" }},
            "Abort": {{ "name": "Cools", "status": "deprecated", "input": "AbortRequest", "output": "AbortResponse" }}
        }},
        "objects": {{
            "BoilWaterRequest": {{ "members": [
                {{ "name": "Teas", "type": "list", "member": "Tea", "value_allowed_null": true }}{input}
            ] }},
            "BoilWaterResponse": {{ "members": [
                {{ "name": "RequestId", "type": "string", "member": "string", "required": true }}{output}
            ] }},
            "AbortRequest": {{ "members": [] }},
            "AbortResponse": {{ "members": [
                {{ "name": "Left", "type": "object", "member": "Leaf" }},
                {{ "name": "Urn", "type": "object", "member": "Urn" }}
            ] }},
            "Tea": {{ "usage": "out", "members": [
                {{ "name": "Blend", "type": "list", "member": "Tea" }},
                {{ "name": "Leaf", "type": "object", "member": "Leaf", "required": true, "value_allowed_null": true }}{tea}
            ] }},
            "Leaf": {{ "usage": "in", "members": [
                {{ "name": "Size", "type": "int", "member": "uint64", "required": true, "disabled": true, "value_allowed_null": true }}
            ] }},
            "Urn": {{ "usage": "in", "members": [
                {{ "name": "Full", "type": "bool", "member": "bool", "required": true, "value_allowed_null": true }}
            ] }},
            "Cup": {{ "usage": "in", "members": [] }}
        }}
    }}"#
    );
    ServiceSpec::from_json(json.as_bytes()).unwrap()
}

const LITRES: &str = r#", { "name": "Litres", "type": "float", "member": "float", "required": true }"#;
const STEAM: &str =
    r#", { "name": "Steam", "type": "list", "member": "datetime", "required": true, "value_allowed_null": true }"#;

/// Where data goes is told by the actions, whatever is said of it.
const TEXT: &str = "\
# tencent-action spec 1
service kettle 2024-05-01

action Abort deprecated
  out Left Leaf
  out Urn Urn

action BoilWater
  in Litres float required
  in Teas [Tea]
  out Steam [datetime] nullable

data Leaf both
  Size uint64 required nullable deprecated

data Tea in
  Blend [Tea]
  Leaf Leaf required

data Urn out
  Full bool nullable
";

fn lock(actions: &[&str]) -> Lock {
    Lock::new(&kettle(LITRES, STEAM, ""), actions).unwrap()
}

#[test]
fn what_is_said_of_actions_and_what_they_reach_is_locked() {
    let lock = lock(&["BoilWater", "Abort", "BoilWater"]);
    assert_eq!(lock.to_string(), TEXT);
    assert_eq!((lock.service(), lock.version()), ("kettle", "2024-05-01"));
    assert_eq!(lock.actions().collect::<Vec<_>>(), ["Abort", "BoilWater"]);
    assert_eq!(lock.data_types().collect::<Vec<_>>(), ["Leaf", "Tea", "Urn"]);
    let error = Lock::new(&kettle("", "", ""), ["BoilWatr"]).unwrap_err();
    assert!(error.is_missing());
    assert_eq!(error.to_string(), "kettle 2024-05-01 has no action or data type `BoilWatr`; did you mean `BoilWater`?");
}

/// Of hundreds of data types that an action reaches, those that somebody declares.
#[test]
fn a_lock_of_only_what_is_named_is_one() {
    let spec = kettle(LITRES, STEAM, "");
    let lock = Lock::only(&spec, ["BoilWater", "Leaf"]).unwrap();
    let expected = TEXT.replace("action Abort deprecated\n  out Left Leaf\n  out Urn Urn\n\n", "");
    assert_eq!(lock.to_string(), expected[..expected.find("\ndata Tea").unwrap()]);
    assert_eq!(changes(&lock, &spec), [""; 0]);
    assert!(!lock.is_whole() && !Lock::only(&spec, ["Cup"]).unwrap().is_whole());
    assert!(Lock::new(&spec, ["BoilWater"]).unwrap().is_whole());
    // A data type that is named brings those that it reaches.
    assert_eq!(Lock::new(&spec, ["Tea"]).unwrap().data_types().collect::<Vec<_>>(), ["Leaf", "Tea"]);
}

#[test]
fn what_is_written_is_read() {
    assert_eq!(Lock::read(TEXT).unwrap(), lock(&["BoilWater", "Abort"]));
}

/// A reader would refuse it, and a lock without it would say that there is no such member.
#[test]
fn what_has_no_form_isnt_written() {
    let map = r#", { "name": "Heat", "type": "map", "member": "string" }"#;
    let error = Lock::new(&kettle(map, "", ""), ["BoilWater"]).unwrap_err();
    let message = "`Heat` of `BoilWater` is `map/string`, for which lock files have no word: take a newer version";
    assert_eq!(error.to_string(), message);
    assert!(!error.is_missing());
    let name = r#", { "name": "He at", "type": "string", "member": "string" }"#;
    let error = Lock::new(&kettle(name, "", ""), ["BoilWater"]).unwrap_err();
    assert_eq!(error.to_string(), "`He at` is no name for a lock file");
    let mut elsewhere = kettle("", "", "");
    elsewhere.service = "../kettle".into();
    let error = Lock::new(&elsewhere, ["BoilWater"]).unwrap_err();
    assert_eq!(error.to_string(), "`../kettle` is no name of a service");
    let nowhere = r#", { "name": "Stove", "type": "object", "member": "Stove" }"#;
    let lock = Lock::new(&kettle(nowhere, "", ""), ["BoilWater"]).unwrap();
    assert!(lock.to_string().contains("  in Stove Stove\n"), "{lock}");
    assert_eq!(Lock::read(&lock.to_string()).unwrap(), lock);
}

/// What changed, with a `!` before what breaks.
fn changes(lock: &Lock, newer: &ServiceSpec) -> Vec<String> {
    let mark = |change: &Change| format!("{}{change}", if change.is_breaking() { "! " } else { "" });
    lock.changes(newer).unwrap().iter().map(mark).collect()
}

#[test]
fn nothing_changed_if_all_is_as_it_was() {
    let lock = lock(&["BoilWater", "Abort"]);
    assert_eq!(changes(&lock, &kettle(LITRES, STEAM, "")), [""; 0]);
}

#[test]
fn additions_break_nothing_unless_they_must_be_sent() {
    let lock = lock(&["BoilWater"]);
    let input = r#", { "name": "Litres", "type": "float", "member": "float", "required": true },
        { "name": "Cup", "type": "object", "member": "Cup" },
        { "name": "Until", "type": "string", "member": "string", "required": true }"#;
    let output = r#", { "name": "Steam", "type": "list", "member": "datetime", "value_allowed_null": true },
        { "name": "Watts", "type": "int", "member": "int64", "required": true, "value_allowed_null": true }"#;
    let tea = r#", { "name": "Milk", "type": "bool", "member": "bool", "required": true }"#;
    let expected = [
        "BoilWater: parameter `Cup` is new, `Cup`",
        "! BoilWater: parameter `Until` is new, `string`, and required",
        "BoilWater: member of the reply `Watts` is new, `int64`",
        "! Tea: member `Milk` is new, `bool`, and required",
    ];
    assert_eq!(changes(&lock, &kettle(input, output, tea)), expected);
}

#[test]
fn what_is_gone_breaks() {
    let lock = Lock::read(&format!("{TEXT}\naction Pour\n\ndata Cup in\n\ndata Pot out\n")).unwrap();
    let expected = [
        "! BoilWater: parameter `Litres` is gone",
        "! BoilWater: member of the reply `Steam` is gone",
        "! Pour: the action is gone",
        "! Pot: the data type is gone",
    ];
    assert_eq!(changes(&lock, &kettle("", "", "")), expected);
}

#[test]
fn other_types_break_but_dates_are_texts() {
    let old = TEXT.replace("Litres float", "Litres string").replace("[Tea]\n  out", "[string]\n  out");
    let lock = Lock::read(&old.replace("Steam [datetime]", "Steam [string]")).unwrap();
    let expected = [
        "! BoilWater: parameter `Litres` is `float`, and was `string`",
        "! BoilWater: parameter `Teas` is `[Tea]`, and was `[string]`",
        "BoilWater: member of the reply `Steam` is `[datetime]`, and was `[string]`",
    ];
    assert_eq!(changes(&lock, &kettle(LITRES, STEAM, "")), expected);
}

#[test]
fn words_come_and_go() {
    let old = TEXT
        .replace("action Abort deprecated", "action Abort")
        .replace("action BoilWater", "action BoilWater deprecated")
        .replace("Litres float required", "Litres float")
        .replace("Teas [Tea]", "Teas [Tea] required deprecated")
        .replace("Steam [datetime] nullable", "Steam [datetime]")
        .replace("data Leaf both", "data Leaf in")
        .replace("Size uint64 required nullable deprecated", "Size uint64 required")
        .replace("data Urn out", "data Urn both");
    let expected = [
        "Abort: the action is deprecated",
        "BoilWater: the action isn't deprecated any more",
        "! BoilWater: parameter `Litres` is required now",
        "BoilWater: parameter `Teas` isn't required any more",
        "BoilWater: parameter `Teas` isn't deprecated any more",
        "! BoilWater: member of the reply `Steam` may be null now",
        "Leaf: the data type is `both`, and was `in`",
        "! Leaf: member `Size` may be null now",
        "Leaf: member `Size` is deprecated",
        "Urn: the data type is `out`, and was `both`",
    ];
    assert_eq!(changes(&Lock::read(&old).unwrap(), &kettle(LITRES, STEAM, "")), expected);
}

#[test]
fn an_action_that_answers_no_more_breaks() {
    let lock = lock(&["BoilWater"]);
    let mut newer = kettle(LITRES, STEAM, "");
    newer.actions.get_mut("BoilWater").unwrap().status = Status::Offline;
    assert_eq!(changes(&lock, &newer), ["! BoilWater: the action is offline, and answers no more"]);
}

#[test]
fn another_version_is_another_lock() {
    let mut newer = kettle("", "", "");
    newer.version = "2025-01-01".into();
    let error = lock(&[]).changes(&newer).unwrap_err();
    assert_eq!(error.to_string(), "the lock is of kettle 2024-05-01, not of kettle 2025-01-01");
}

#[test]
fn a_file_that_isnt_there_is_named() {
    let error = Lock::open("nowhere/kettle.spec").unwrap_err();
    assert!(error.is_missing() && error.file() == Some(Path::new("nowhere/kettle.spec")), "{error}");
}

#[test]
fn any_text_is_read_without_a_panic() {
    let text = format!("{TEXT}\naction Ä\n  in Ö [é]\n\u{2028}\0 data B both\n  x\u{a0}string");
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let head = Lock::read(&text[..end]).map(|lock| lock.to_string());
        assert!(head.is_err() || head.unwrap().starts_with("# tencent-action spec 1\nservice "));
        assert!(Lock::read(&text[end..]).is_err() || end == 0);
    }
}

fn specs(directory: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/specs").join(directory);
    let files = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> =
        files.filter(|file| file.extension().is_some_and(|extension| extension == "spec")).collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

/// Whatever its form, it says what the tidy one beside it says. The macro crate reads the same files (`macros/src/spec/lock`).
#[test]
fn each_sample_is_read() {
    for file in specs("") {
        let expected = fs::read_to_string(&file).unwrap();
        assert_eq!(Lock::open(&file).unwrap().to_string(), expected, "{}", file.display());
    }
    for file in specs("untidy") {
        let expected = fs::read_to_string(file.with_extension("tidy")).unwrap();
        assert_eq!(Lock::open(&file).unwrap().to_string(), expected, "{}", file.display());
    }
}

#[test]
fn each_fault_is_told_with_its_line() {
    for file in specs("faulty") {
        let expected = fs::read_to_string(file.with_extension("fault")).unwrap();
        let error = Lock::open(&file).unwrap_err().to_string();
        assert_eq!(error, format!("{}: {}", file.display(), expected.trim_end()));
    }
}
