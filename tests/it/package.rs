//! What the manifests promise to those who depend on the crates.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

const README: &str = include_str!("../../README.md");
const PUBLISHED: [&str; 2] = ["tencent-action", "tencent-action-macros"];

/// What cargo knows of the workspace, and of all that comes in with it.
fn metadata(arguments: &[&str]) -> Value {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--manifest-path", manifest])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn published(metadata: &Value) -> Vec<&Value> {
    let of_ours = |package: &&Value| PUBLISHED.contains(&text(&package["name"])) && package["source"].is_null();
    list(&metadata["packages"]).iter().filter(of_ours).collect()
}

/// The first column of the README's table, and whether it says that a feature is a default.
fn table() -> BTreeMap<String, bool> {
    let (_, table) = README.split_once("| feature | what it adds |\n").unwrap();
    let rows = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    let named = rows.flat_map(|row| row.split('|').nth(1).unwrap().split(','));
    named
        .map(|name| {
            let mut parts = name.split('`').skip(1);
            (parts.next().unwrap().to_owned(), parts.next().unwrap().contains("(default)"))
        })
        .collect()
}

#[test]
fn the_table_of_features_is_that_of_the_manifest() {
    let metadata = metadata(&["--no-deps"]);
    let runtime = published(&metadata).into_iter().find(|package| package["name"] == PUBLISHED[0]).unwrap();
    let features = runtime["features"].as_object().unwrap();
    let defaults: BTreeSet<_> = list(&features["default"]).iter().map(text).collect();
    let expected: BTreeMap<_, _> = features
        .keys()
        .filter(|name| *name != "default" && !name.starts_with("__"))
        .map(|name| (name.clone(), defaults.contains(&**name)))
        .collect();
    assert_eq!(table(), expected);
}

#[test]
fn the_manifests_say_what_a_registry_shows() {
    let metadata = metadata(&["--no-deps"]);
    let published = published(&metadata);
    assert_eq!(published.len(), PUBLISHED.len());
    for package in published {
        for key in ["description", "license", "readme", "documentation", "rust_version"] {
            assert!(!text(&package[key]).is_empty(), "{}: no {key}", package["name"]);
        }
        // A registry takes five of each at most.
        for key in ["keywords", "categories"] {
            assert!((1..=5).contains(&list(&package[key]).len()), "{}: {key}", package["name"]);
        }
    }
}

/// The names of packages that are compiled with ours, on any platform, tests apart.
fn compiled(metadata: &Value) -> BTreeSet<&str> {
    let nodes = list(&metadata["resolve"]["nodes"]);
    let nodes: BTreeMap<_, _> = nodes.iter().map(|node| (text(&node["id"]), node)).collect();
    let mut left: Vec<_> = published(metadata).iter().map(|package| text(&package["id"])).collect();
    let mut found = BTreeSet::new();
    while let Some(id) = left.pop() {
        if found.insert(id) {
            let is_compiled = |kind: &Value| kind["kind"] != "dev";
            let dependencies = list(&nodes[id]["deps"]).iter();
            let dependencies = dependencies.filter(|dependency| list(&dependency["dep_kinds"]).iter().any(is_compiled));
            left.extend(dependencies.map(|dependency| text(&dependency["pkg"])));
        }
    }
    found
}

/// A version as numbers, in which 1.88 and 1.88.0 are the same.
fn version(said: &str) -> [u32; 3] {
    let mut numbers = said.split('.').map(|number| number.parse().unwrap());
    std::array::from_fn(|_| numbers.next().unwrap_or_default())
}

/// Clippy holds our own code to it; this, what ours is compiled with.
#[test]
fn no_dependency_asks_for_a_later_rust_than_we_do() {
    let metadata = metadata(&["--all-features"]);
    let ours = version(text(&published(&metadata)[0]["rust_version"]));
    let compiled = compiled(&metadata);
    assert!(compiled.len() > 100, "only {} packages were looked at", compiled.len());
    for package in list(&metadata["packages"]) {
        let is_later = package["rust_version"].as_str().is_some_and(|said| version(said) > ours);
        let is_compiled = compiled.contains(text(&package["id"]));
        assert!(
            !(is_compiled && is_later),
            "{} {} asks for Rust {}",
            package["name"],
            package["version"],
            package["rust_version"]
        );
    }
}
