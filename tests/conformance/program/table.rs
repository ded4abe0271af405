//! The summary as Markdown.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use tencent_action_conformance::{Case, Count, Tally};

use crate::summary::Summary;

pub(crate) fn write(summary: &Summary) -> String {
    let Summary { versions, actions, compiled, compiler, .. } = summary;
    let messages: Count = compiler.values().map(Vec::len).sum();
    let mut text = format!(
        "{versions} versions of services, {compiled} of {actions} actions declared and compiled, {messages} messages of \
         the compiler\n\n| examples | all | ill-formed | well-formed | passed | failed | |\n|---|--:|--:|--:|--:|--:|--:|\n"
    );
    let tallies =
        [("requests", &summary.inputs), ("requests, flattened", &summary.flattened), ("answers", &summary.outputs)];
    for (name, tally) in tallies {
        let Tally { all, well_formed, passed, failed, ill_formed, .. } = tally;
        let (ill_formed, failed) = (ill_formed.len(), failed.len());
        let share = share(*passed, *well_formed);
        // Writing to a string can't fail.
        _ = writeln!(text, "| {name} | {all} | {ill_formed} | {well_formed} | {passed} | {failed} | {share} |");
    }
    for (name, tally) in tallies {
        section(&mut text, &format!("{name}: why they failed"), &causes(&tally.failed));
        section(&mut text, &format!("{name}: why they are ill-formed"), &causes(&tally.ill_formed));
        section(&mut text, &format!("{name}: what was forgiven"), &tally.forgiven);
    }
    text
}

/// Each example that failed or is ill-formed. What is said in it isn't told: it is the vendor's.
pub(crate) fn list(summary: &Summary, edition: &str) -> String {
    let mut text = format!(
        "# Examples that failed or are ill-formed: {edition}\n\nWritten by the program. Examples are counted from 0; a place \
         is a path of members.\n"
    );
    let tallies =
        [("requests", &summary.inputs), ("requests, flattened", &summary.flattened), ("answers", &summary.outputs)];
    for (name, tally) in tallies {
        for (title, cases) in [("failed", &tally.failed), ("ill-formed", &tally.ill_formed)] {
            if cases.is_empty() {
                continue;
            }
            _ = write!(text, "\n## {name}: {title}\n\n");
            _ = writeln!(text, "| service | version | action | example | why | at |\n|---|---|---|--:|---|---|");
            for case in cases {
                let Case { action, example, cause, .. } = case;
                let action = action.replace(' ', " | ");
                _ = writeln!(text, "| {action} | {example} | {cause} | {} |", place(&case.detail));
            }
        }
    }
    text
}

/// The place that is told: a name in backticks in a message, or a detail that is a name itself.
fn place(detail: &str) -> String {
    let is_path = |quoted: &&str| quoted.starts_with(|first: char| first.is_alphanumeric());
    let quoted = detail.split('`').nth(1).filter(is_path).map(|path| format!("`{path}`"));
    let name = || (!detail.is_empty() && !detail.contains(' ')).then(|| format!("`{detail}`"));
    quoted.or_else(name).unwrap_or_default()
}

/// In hundredths of a percent, rounded down.
fn share(part: Count, whole: Count) -> String {
    let hundredths = (part * 10_000).checked_div(whole).unwrap_or(10_000);
    format!("{}.{:02} %", hundredths / 100, hundredths % 100)
}

fn causes(cases: &[Case]) -> BTreeMap<String, Count> {
    let mut counts = BTreeMap::new();
    for case in cases {
        *counts.entry(case.cause.clone()).or_default() += 1;
    }
    counts
}

fn section(text: &mut String, title: &str, counts: &BTreeMap<String, Count>) {
    if counts.is_empty() {
        return;
    }
    _ = write!(text, "\n| {title} | examples |\n|---|--:|\n");
    for (what, count) in counts {
        _ = writeln!(text, "| {what} | {count} |");
    }
}
