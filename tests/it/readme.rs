//! What the README claims.

use std::fs;
use std::path::Path;

const README: &str = include_str!("../../README.md");

/// The text of all sources below a folder.
fn sources(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

/// The table of what others don't have names a test for each row: a function, or a program that mustn't compile.
#[test]
fn each_row_of_its_table_has_a_test() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    sources(&tests.join("it"), &mut text);
    let (before, after) = README.split_once("<!-- Row by row, shown by: ").unwrap();
    let (names, _) = after.split_once("-->").unwrap();
    let names: Vec<_> = names.split_whitespace().collect();
    for name in &names {
        let is_there = text.contains(&format!("fn {name}()")) || tests.join(format!("ui/{name}.stderr")).exists();
        assert!(is_there, "no test is called {name}");
    }
    let rows = before.rsplit("\n\n").nth(1).unwrap().lines().count() - 2;
    assert_eq!(names.len(), rows);
}

/// The last column of that table, and the text, name pages of the guide.
#[test]
fn the_pages_that_it_names_are_there() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/src/guide");
    let (_, table) = README.split_once("| `guide::` |\n").unwrap();
    let pages = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    for line in pages {
        let page = line.trim_end_matches(" |").rsplit("| ").next().unwrap().trim_matches('`');
        assert!(guide.join(format!("{page}.md")).exists(), "no page is called {page}");
    }
}
