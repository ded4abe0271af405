//! The sections of a run, and the files that it writes.

use serde_json::{Value, json};

use crate::folder;
use crate::table::Table;
use crate::{budget, loopback, machine, memory, peers, stages, start, streams};

type Section = (&'static str, &'static str, fn() -> Result<Table, String>);

/// In the order that they run in. What counts first, what a busy machine spoils last.
pub(crate) const SECTIONS: [Section; 11] = [
    ("budget", "what `budget.toml` limits; alone, it fails if something is exceeded", budget::figures),
    ("counts", "instructions, compressions and allocations of each stage", stages::counted),
    ("time", "time of each stage", stages::timed),
    ("memory", "memory after a million calls", memory::flat),
    ("streams", "server-sent events a second", streams::events),
    ("fake", "requests a second to the fake cloud", streams::fake),
    ("loopback", "CPU and latency of calls over loopback", loopback::small),
    ("large", "the same with 1 MiB", loopback::large),
    ("start", "start of a process to its first answer", start::answered),
    ("packages", "what is compiled for us and for others", peers::packages),
    ("peers", "the same call by others; they take minutes to build", peers::compared),
];

/// Runs all sections, and writes their tables into the guide as well.
pub(crate) fn publish() -> Result<(), String> {
    let figures = folder::root().join("runtime/src/guide/figures.md");
    let report = measure(&[])?;
    std::fs::write(&figures, &report.markdown).map_err(|error| format!("{}: {error}", figures.display()))
}

/// Runs the sections of these names, or all.
pub(crate) fn run(names: &[&str]) -> Result<(), String> {
    if let Some(name) = names.iter().find(|name| SECTIONS.iter().all(|section| section.0 != **name)) {
        return Err(format!("there is no section `{name}`\n{}", usage()));
    }
    measure(names).map(drop)
}

/// Prints the tables of these sections, or of all, and writes them to `target/benches`.
fn measure(names: &[&str]) -> Result<Report, String> {
    let mut report =
        Report { markdown: format!("# The figures\n\nMeasured on {}.\n", machine::describe()), tables: Vec::new() };
    for (name, _, measure) in SECTIONS.iter().filter(|section| names.is_empty() || names.contains(&section.0)) {
        eprintln!("{name} …");
        let table = measure().map_err(|error| format!("{name}: {error}"))?;
        println!("{}", table.markdown());
        report.add(&table);
    }
    report.write()?;
    Ok(report)
}

pub(crate) fn usage() -> String {
    let line = |(name, what, _): &Section| format!("  {name:9} {what}\n");
    format!("Sections, all unless some are named:\n{}", SECTIONS.iter().map(line).collect::<String>())
}

struct Report {
    markdown: String,
    tables: Vec<Value>,
}

impl Report {
    fn add(&mut self, table: &Table) {
        self.markdown.push('\n');
        self.markdown += &table.markdown();
        self.tables.push(table.json());
    }

    fn write(&self) -> Result<(), String> {
        let folder = folder::root().join("target/benches");
        let json = json!({ "machine": machine::describe(), "tables": self.tables });
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for (name, text) in [("report.md", self.markdown.clone()), ("report.json", format!("{json:#}\n"))] {
            let path = folder.join(name);
            std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
        }
        eprintln!("written to target/benches/report.md and report.json");
        Ok(())
    }
}
