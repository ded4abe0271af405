//! The text of programs that use all that is declared: each request is written, each answer read.

use std::fmt::Write as _;

use crate::declared::{Action, Declared};

const OURS: &str = include_str!("program/ours.rs");
const PLAIN: &str = include_str!("program/plain.rs");

/// Calls all actions through a client.
pub(crate) fn ours(declared: Option<&Declared>) -> String {
    with(OURS, declared, |Action { name, .. }| {
        format!("|request, client| boxed(request.downcast_ref::<declared::{name}>()?.send(client)),")
    })
}

/// Writes and reads the same with `serde_json`.
pub(crate) fn plain(declared: Option<&Declared>) -> String {
    with(PLAIN, declared, |Action { name, response }| {
        let response = response.as_ref().map_or("Nothing".to_owned(), |response| format!("declared::{response}"));
        format!("(write::<declared::{name}>, read::<{response}>),")
    })
}

fn with(program: &str, declared: Option<&Declared>, entry: impl Fn(&Action) -> String) -> String {
    let mut entries = String::new();
    for action in declared.iter().flat_map(|declared| &declared.actions) {
        // Writing to a string can't fail.
        _ = writeln!(entries, "    {}", entry(action));
    }
    program.replace("    // Here is one line for each action.\n", &entries)
}
