//! Every action of every service, declared in Rust.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};

use tencent_action::spec::{Metadata, RustOptions, ServiceSpec, rust};

use crate::metadata;

/// Of tccli 3.1.189.1: enums, actions in pages, reads, streams, client tokens, boxes.
const MAINLAND: [usize; 6] = [2110, 2102, 7089, 20, 84, 5];
/// Of tccli-intl-en 3.1.193.1, the same.
const INTERNATIONAL: [usize; 6] = [2098, 1225, 4279, 6, 53, 3];

fn services(metadata: &Metadata) -> impl Iterator<Item = ServiceSpec> + '_ {
    let versions =
        metadata.services().flat_map(|service| metadata.versions(service).map(move |version| (service, version)));
    versions.map(|(service, version)| metadata.load(service, version).unwrap_or_else(|error| panic!("{error}")))
}

fn whole(spec: &ServiceSpec, options: &RustOptions) -> String {
    rust(spec, spec.actions.keys(), options).unwrap_or_else(|error| panic!("{error}"))
}

/// The names on the wire of the fields of each struct, by the macros' rule.
fn declared(text: &str) -> Vec<Vec<String>> {
    let (mut structs, mut rename): (Vec<Vec<String>>, Option<&str>) = (Vec::new(), None);
    for line in text.lines() {
        if let Some(start) = line.strip_prefix("pub struct ") {
            structs.extend(start.ends_with('{').then(Vec::new));
        } else if let Some(name) = line.trim_start().strip_prefix("#[serde(rename = \"") {
            rename = Some(name.trim_end_matches("\")]"));
        } else if let Some((field, _)) = line.strip_prefix("    pub ").and_then(|field| field.split_once(':')) {
            let by_rule = || field.trim_start_matches("r#").split('_').map(capital).collect();
            let name = rename.take().map_or_else(by_rule, str::to_owned);
            structs.last_mut().unwrap_or_else(|| panic!("{line}")).push(name);
        } else if line.ends_with(',') {
            // It was a variant's.
            rename = None;
        }
    }
    structs.sort();
    structs
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}

/// The names of the members of each object that has some.
fn published(spec: &ServiceSpec) -> Vec<Vec<String>> {
    let inputs = spec.actions.values().map(|action| {
        let members = action.input.iter().map(|member| member.name.clone());
        // A body of bytes isn't in the metadata.
        let body = (spec.service == "cls" && action.name == "UploadLog").then(|| "Body".to_owned());
        members.chain(body).collect()
    });
    let outputs = spec.actions.values().map(|action| {
        let members = action.output.iter().map(|member| member.name.clone());
        members.filter(|name| name != "RequestId").collect()
    });
    let data = spec.data.values().map(|data| data.members.iter().map(|member| member.name.clone()).collect());
    let mut objects: Vec<Vec<String>> =
        inputs.chain(outputs).chain(data).filter(|names: &Vec<_>| !names.is_empty()).collect();
    objects.sort();
    objects
}

#[test]
fn every_member_is_declared_under_its_name() {
    let mut fields = 0;
    for spec in services(&metadata()) {
        let text = whole(&spec, &RustOptions::default().without_docs());
        let declared = declared(&text);
        assert_eq!(declared, published(&spec), "{} {}", spec.service, spec.version);
        fields += declared.iter().map(Vec::len).sum::<usize>();
    }
    assert!(fields > 100_000, "{fields}");
}

#[test]
fn no_two_types_are_called_alike() {
    for spec in services(&metadata()) {
        let text = whole(&spec, &RustOptions::default().without_docs());
        let items = text.lines().filter_map(|line| line.strip_prefix("pub struct ").or(line.strip_prefix("pub enum ")));
        let mut names = BTreeSet::new();
        for name in items.map(|item| item.trim_end_matches([' ', '{', ';'])) {
            assert!(names.insert(name), "{} {}: {name}", spec.service, spec.version);
            assert!(!name.contains('_'), "{name}");
        }
    }
}

/// What is said of one action doesn't depend on which others are declared beside it.
#[test]
fn a_declaration_stays_as_it_is_when_others_come_to_it() {
    let spec = metadata().load("vod", "2018-07-17").unwrap_or_else(|error| panic!("{error}"));
    let options = RustOptions::default();
    let all: BTreeSet<String> = whole(&spec, &options).split("\n\n").map(|item| item.trim_end().to_owned()).collect();
    for action in spec.actions.keys() {
        let one = rust(&spec, [action], &options).unwrap_or_else(|error| panic!("{error}"));
        for item in one.split("\n\n").skip(1) {
            assert!(all.contains(item.trim_end()), "{action}: {item}");
        }
    }
}

/// With rustfmt's defaults.
#[test]
fn everything_is_formatted() {
    let directory = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    fs::write(directory.path().join("rustfmt.toml"), "").unwrap_or_else(|error| panic!("{error}"));
    let mut files = Vec::new();
    for (at, spec) in services(&metadata()).enumerate() {
        let file = directory.path().join(format!("{at}_{}.rs", spec.service));
        fs::write(&file, whole(&spec, &RustOptions::default())).unwrap_or_else(|error| panic!("{error}"));
        files.push(file);
    }
    let mut rustfmt = Command::new("rustfmt");
    let rustfmt = rustfmt.args(["--check", "--edition", "2024"]).args(files).stderr(Stdio::inherit());
    let output = rustfmt.output().unwrap_or_else(|error| panic!("rustfmt: {error}"));
    let differences = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{}", differences.chars().take(5000).collect::<String>());
}

/// How much is concluded from names and texts, and isn't in the metadata as such.
#[test]
fn conclusions_are_counted() {
    let mut counts = [0; 6];
    for spec in services(&metadata()) {
        let text = whole(&spec, &RustOptions::default().without_docs());
        let marks = ["pub enum ", "paginate(", "idempotent", "stream = ", "#[tencent(client_token)]", "Box<"];
        for (count, mark) in counts.iter_mut().zip(marks) {
            *count += text.matches(mark).count();
        }
    }
    assert!([MAINLAND, INTERNATIONAL].contains(&counts), "another version of tccli? {counts:?}");
}
