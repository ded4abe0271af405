//! The published table of what is tried again, held against the code that decides: the table is read, and each of its rows has
//! cases here.

mod cases;
mod fails;

use std::collections::BTreeSet;

use self::cases::{ROWS, cases};

const TABLE: &str = include_str!("../../../runtime/src/guide/retried.md");

/// The text of a cell, without the targets of its links.
fn text(cell: &str) -> String {
    let mut text = String::new();
    for part in cell.trim().split('[') {
        match part.split_once("](") {
            Some((label, rest)) => {
                text += label;
                text += rest.split_once(')').unwrap().1;
            }
            None => text += part,
        }
    }
    text
}

fn yes(cell: &str) -> bool {
    match cell.trim() {
        "yes" => true,
        "no" => false,
        other => panic!("neither yes nor no: {other}"),
    }
}

#[tokio::test]
async fn the_published_table_says_what_the_code_does() {
    let rows: Vec<Vec<_>> = TABLE.trim().lines().map(|line| line.trim_matches('|').split('|').collect()).collect();
    assert_eq!(rows[0].iter().map(|cell| cell.trim()).collect::<Vec<_>>(), ["what failed", "may pass", "may have run"]);
    let rows = &rows[2..];
    assert_eq!(rows.iter().map(|row| text(row[0])).collect::<BTreeSet<_>>().len(), ROWS);
    assert_eq!(rows.len(), ROWS);
    for row in rows {
        let (what, may_pass, may_have_run) = (text(row[0]), yes(row[1]), yes(row[2]));
        for fails in cases(&what) {
            let [once, twice] = [fails(false).await, fails(true).await];
            assert_eq!((once.may_have_run(), twice.may_have_run()), (may_have_run, may_have_run), "{what}: {once}");
            assert_eq!(twice.is_retryable(), may_pass, "{what}: {twice}");
            assert_eq!(once.is_retryable(), may_pass && !may_have_run, "{what}: {once}");
        }
    }
}

/// Where the table is shown, and that it isn't copied.
#[test]
fn the_table_is_in_two_places_and_written_in_one() {
    for (file, include) in [
        (include_str!("../../../runtime/src/error/predicates.rs"), "#[doc = include_str!(\"../guide/retried.md\")]"),
        (include_str!("../../../runtime/src/guide.rs"), "#[doc = include_str!(\"guide/retried.md\")]"),
    ] {
        assert!(file.contains(include) && !file.contains("| what failed"), "{include}");
    }
}
