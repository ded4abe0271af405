//! What `spec = "…"` adds to the expansion of declarations.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;
use tencent_action::spec::{Lock, RustOptions};

use crate::arguments::Arguments;
use crate::declared::{Declared, vod};

/// The lock file of all actions.
const LOCK: &str = "vod.spec";

/// Expands all of Video on Demand without a lock, with one, and with one for each action, which must be read for it.
///
/// It is done by the macro crate's own test, which takes the time within the process: a build takes a hundred times as long, and
/// is never twice the same by more than what is to be measured.
pub(crate) fn measure(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let spec = vod(&arguments.metadata)?;
    let directory = arguments.work.join("spec");
    fs::create_dir_all(&directory)?;
    let path = directory.join(LOCK).display().to_string();
    let open = Declared::whole(&spec, RustOptions::default())?;
    let locked = Declared::whole(&spec, RustOptions::default().lock(path))?;
    let lock = Lock::new(&spec, spec.actions.keys())?.to_string();
    let (items, actions) = (locked.items(), locked.actions.len());

    let (each, locks) = a_lock_each(&locked.text);
    for name in locks.iter().map(String::as_str).chain([LOCK]) {
        fs::write(directory.join(name), &lock)?;
    }
    let [mut without, mut with, mut one_read, mut all_read] = [f64::INFINITY; 4];
    for _ in 0..arguments.runs {
        let expand = |name: &str, text: &str| expand(arguments, &directory.join(name), text);
        without = without.min(expand("without.rs", &open.text)?.again);
        let one = expand("with.rs", &locked.text)?;
        let all = expand("each.rs", &each)?;
        with = with.min(one.again);
        // The first time, memory and code are new as well: on either side.
        one_read = one_read.min(one.first - one.again);
        all_read = all_read.min(all.first - all.again);
    }
    let read = (all_read - one_read) / count(actions - 1);
    let [each, more] = [without, with - without].map(|all| all / count(items) * 1e3);
    let action = (with - without + read) / count(actions) * 1e3;
    println!("\nvod, {actions} actions, {items} items, held against a lock of {} KiB\n", lock.len() >> 10);
    println!(
        "| to read the lock, once | to expand an item | with the lock, more | an action, with its share of the reading |"
    );
    println!("|---|---|---|---|\n| {:.2} ms | {each:.2} ms | {more:.2} ms | {action:.2} ms |", read * 1e3);
    let report = json!({
        "name": "spec", "actions": actions, "items": items, "read_ms": read * 1e3,
        "item_ms": each, "item_more_ms": more, "action_more_ms": action,
    });
    let file = arguments.work.join("spec.json");
    fs::write(&file, serde_json::to_vec_pretty(&report)?)?;
    println!("\n{}", file.display());
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "there are some thousands")]
fn count(many: usize) -> f64 {
    many as f64
}

/// What expanding took, in seconds.
struct Taken {
    first: f64,
    again: f64,
}

fn expand(arguments: &Arguments, file: &Path, declarations: &str) -> Result<Taken, Box<dyn Error>> {
    const TEST: &[&str] = &["--ignored", "--exact", "--nocapture", "cost::declarations_are_expanded"];
    fs::write(file, declarations)?;
    let mut command = Command::new("cargo");
    command.args(["test", "--quiet", "--release", "--locked", "-p", "tencent-action-macros", "--lib", "--"]).args(TEST);
    command.current_dir(&arguments.root).env("TENCENT_ACTION_DECLARATIONS", file).env_remove("CARGO_TARGET_DIR");
    let output = command.output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let taken = text.lines().find_map(taken).filter(|_| output.status.success());
    taken.ok_or_else(|| {
        let said = String::from_utf8_lossy(&output.stderr);
        format!("cargo test fails in {}: {text}{said}", arguments.root.display()).into()
    })
}

/// From "expanded 7 items in 8 ns, and in 9 ns again".
fn taken(line: &str) -> Option<Taken> {
    let (first, again) = line.split_once("expanded ")?.1.split_once(" items in ")?.1.split_once(" ns, and in ")?;
    let seconds = |nanoseconds: &str| nanoseconds.parse::<f64>().ok().map(|number| number / 1e9);
    Some(Taken { first: seconds(first)?, again: seconds(again.strip_suffix(" ns again")?)? })
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
