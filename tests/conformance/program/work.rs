//! The directory in which the work is done, `target/conformance/`, and what is done already.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use tencent_action_conformance::Report;

use crate::arguments::Arguments;
use crate::generate::Declared;

pub(crate) struct Work {
    pub(crate) metadata: PathBuf,
    /// What the directory of the metadata is called.
    pub(crate) edition: String,
    /// A workspace of one package, with a program for each version of a service.
    pub(crate) package: PathBuf,
    /// Where both editions are built, so that dependencies are built once.
    pub(crate) target: PathBuf,
    pub(crate) reports: PathBuf,
    services: Vec<String>,
    again: bool,
}

impl Work {
    pub(crate) fn prepare(arguments: &Arguments) -> Result<Self, Box<dyn Error>> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
        let metadata = arguments.metadata.canonicalize()?;
        let edition =
            metadata.file_name().and_then(|name| name.to_str()).ok_or("the directory has no name")?.to_owned();
        let all = root.join("target/conformance");
        let package = all.join(&edition);
        let reports = package.join("reports");
        fs::create_dir_all(package.join("src/bin"))?;
        fs::create_dir_all(&reports)?;
        fs::write(package.join("Cargo.toml"), manifest(&root))?;
        // What the workspace builds with, so that nothing is resolved anew.
        fs::copy(root.join("Cargo.lock"), package.join("Cargo.lock"))?;
        let (services, again) = (arguments.services.clone(), arguments.again);
        Ok(Self { metadata, edition, package, target: all.join("build"), reports, services, again })
    }

    /// Whether these very declarations were compiled and run before.
    pub(crate) fn is_done(&self, declared: &Declared) -> bool {
        let report = self.report(&declared.name());
        !self.again && report.is_some_and(|report| report.declared == declared.hash())
    }

    fn report(&self, name: &str) -> Option<Report> {
        let text = fs::read(self.reports.join(name).with_extension("json")).ok()?;
        serde_json::from_slice(&text).ok()
    }

    /// Whether a report is of what was asked for.
    pub(crate) fn is_asked(&self, report: &Report) -> bool {
        self.services.is_empty() || self.services.contains(&report.service)
    }

    /// All reports, be they of this run or of one before.
    pub(crate) fn reports(&self) -> Result<Vec<Report>, Box<dyn Error>> {
        let mut reports = Vec::new();
        for entry in fs::read_dir(&self.reports)? {
            // One that isn't read is of another version of this program, and of a service that wasn't asked for.
            let Ok(report) = serde_json::from_slice::<Report>(&fs::read(entry?.path())?) else { continue };
            reports.push(report);
        }
        reports.sort_by(|one, other| (&one.service, &one.version).cmp(&(&other.service, &other.version)));
        Ok(reports)
    }

    /// Removes a program that has run: all of them are tens of gigabytes.
    pub(crate) fn clean(&self, name: &str) {
        let mine = |entry: &fs::DirEntry| {
            let file = entry.file_name().into_string().unwrap_or_default();
            file == name || file.strip_prefix(name).is_some_and(|rest| rest.starts_with(['-', '.']))
        };
        for directory in ["debug", "debug/deps"] {
            let entries = fs::read_dir(self.target.join(directory)).into_iter().flatten().flatten();
            for entry in entries.filter(mine) {
                // What is left over costs room, and no more.
                _ = fs::remove_file(entry.path());
            }
        }
    }
}

fn manifest(root: &Path) -> String {
    let root = root.display();
    format!(
        r#"[workspace]

[package]
name = "conformance"
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
tencent-action = {{ path = "{root}/runtime" }}
tencent-action-conformance = {{ path = "{root}/tests/conformance" }}

# What compiles fastest, and in the least memory.
[profile.dev]
debug = false
debug-assertions = false
incremental = false
panic = "abort"
"#
    )
}
