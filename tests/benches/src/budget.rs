//! The budget: what a call and the crate may cost. It holds what is the same on every machine, so that CI can check it.

mod figure;
mod judged;

use std::process::ExitCode;

use serde::Deserialize;

use self::figure::Figure;
use self::judged::Judged;
use crate::table::Table;
use crate::{counts, folder};

/// `budget.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    figure: Vec<Figure>,
}

/// Measures every figure of the budget, prints a line for each, and fails if one is exceeded.
pub(crate) fn check() -> Result<ExitCode, String> {
    let judged = measure()?;
    println!("{}", table(&judged).markdown());
    let exceeded: Vec<_> = judged.iter().filter_map(Judged::excess).collect();
    for excess in &exceeded {
        println!("EXCEEDED: {excess}");
    }
    for slack in judged.iter().filter_map(Judged::slack) {
        println!("note: {slack}");
    }
    // As test runners close, for CI.
    println!("\n{} passed, {} failed", judged.len() - exceeded.len(), exceeded.len());
    Ok(if exceeded.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The figures as a table.
pub(crate) fn figures() -> Result<Table, String> {
    measure().map(|judged| table(&judged))
}

fn table(judged: &[Judged]) -> Table {
    let mut table = Table::new("budget", "The budget", &["figure", "reached", "limit", "goal"]);
    table.rows = judged.iter().map(Judged::row).collect();
    table
}

fn measure() -> Result<Vec<Judged>, String> {
    let path = folder::root().join("tests/benches/budget.toml");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let Budget { figure } = toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let counted = counts::of(&figure::cases(&figure)?)?;
    figure.into_iter().map(|figure| Ok(Judged { reached: figure.measure(&counted)?, figure })).collect()
}
