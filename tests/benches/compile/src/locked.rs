//! What `spec = "…"` adds to the check of declarations.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde_json::json;
use tencent_action::spec::{Lock, RustOptions};

use crate::arguments::Arguments;
use crate::declared::{Declared, vod};
use crate::{measure, program, project};

/// The lock file of all actions, in its package.
const LOCK: &str = "vod.spec";

/// Without a lock; all of them held against one; and each action against a copy of its own, which must be read
/// for it.
const PROGRAMS: [&str; 3] = ["without_lock", "one_lock", "a_lock_each"];

/// Checks Video on Demand in these three ways, and prints what each adds.
pub(crate) fn measure(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let spec = vod(&arguments.metadata)?;
    let open = Declared::whole(&spec, RustOptions::default())?;
    let locked = Declared::whole(&spec, RustOptions::default().lock(LOCK))?;
    let lock = Lock::new(&spec, spec.actions.keys())?.to_string();
    let (items, actions) = (locked.items(), locked.actions.len());

    let directory = arguments.work.join("spec");
    project::workspace(&directory, &arguments.root)?;
    let (each, locks) = a_lock_each(&locked.text);
    for (name, text) in PROGRAMS.into_iter().zip([&open.text, &locked.text, &each]) {
        let dependencies = project::dependencies(&arguments.root);
        project::package(&directory, name, &dependencies, &program::ours(Some(&open)), text)?;
    }
    for (program, path) in [(PROGRAMS[1], LOCK), (PROGRAMS[2], LOCK)]
        .into_iter()
        .chain(locks.iter().map(|path| (PROGRAMS[2], path.as_str())))
    {
        fs::write(directory.join(program).join(path), &lock)?;
    }

    let costs = measure::in_turns(&directory, &["check"], PROGRAMS, arguments.runs)?;
    println!("\nvod, {actions} actions, {items} items, held against a lock of {} KiB\n", lock.len() >> 10);
    println!("| | without | with | an action | an item | to read a lock |\n|---|---|---|---|---|---|");
    let mut rows = Vec::new();
    for (measure, figures) in [
        ("check, wall", measure::least(&costs, |cost| cost.wall)),
        ("check, user", measure::least(&costs, |cost| cost.user)),
    ] {
        let [without, with, each] = figures;
        let [action, item, read] =
            [per(with - without, actions), per(with - without, items), per(each - with, actions)];
        println!("| {measure} | {without:.2} s | {with:.2} s | {action:.2} ms | {item:.2} ms | {read:.2} ms |");
        rows.push(json!({ "measure": measure, "action_ms": action, "item_ms": item, "read_ms": read, "raw": figures }));
    }
    let file = arguments.work.join("spec.json");
    keep(&file, &json!({ "name": "spec", "actions": actions, "items": items, "rows": rows }))
}

/// Milliseconds, for each of so many.
#[expect(clippy::cast_precision_loss, reason = "there are some thousands")]
fn per(seconds: f64, many: usize) -> f64 {
    seconds * 1e3 / many as f64
}

/// Names another file in each action, and tells which.
fn a_lock_each(declarations: &str) -> (String, Vec<String>) {
    let mut locks = Vec::new();
    let mut other = |item: &str| {
        if !item.starts_with("#[tencent_action(") {
            return item.to_owned();
        }
        let path = format!("vod-{}.spec", locks.len());
        let item = item.replacen(LOCK, &path, 1);
        locks.push(path);
        item
    };
    let items: Vec<String> = declarations.split("\n\n").map(&mut other).collect();
    (items.join("\n\n"), locks)
}

fn keep(file: &Path, report: &serde_json::Value) -> Result<(), Box<dyn Error>> {
    fs::write(file, serde_json::to_vec_pretty(report)?)?;
    println!("\n{}", file.display());
    Ok(())
}
