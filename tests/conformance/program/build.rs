//! Compiles programs, and runs them.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::process::{Command, Stdio};

use serde_json::Value;
use tencent_action_conformance::Report;

use crate::generate::Declared;
use crate::work::Work;

/// Compiles a few at once, runs each, and keeps its report.
pub(crate) fn run(work: &Work, batch: &[Declared]) -> Result<(), Box<dyn Error>> {
    if batch.is_empty() {
        return Ok(());
    }
    for declared in batch {
        let directory = work.package.join("src/bin").join(declared.name());
        fs::create_dir_all(&directory)?;
        fs::write(directory.join("main.rs"), &declared.main)?;
        fs::write(directory.join("declared.rs"), &declared.declarations)?;
    }
    let mut said = compile(work, batch)?;
    for declared in batch {
        let name = declared.name();
        let Said { program, messages } = said.remove(&name).unwrap_or_default();
        let mut report = program.map(|program| examine(work, &program)).transpose()?.unwrap_or_default();
        report.service.clone_from(&declared.service);
        report.version.clone_from(&declared.version);
        report.actions = declared.actions;
        report.declared = declared.hash();
        report.compiler = messages;
        eprintln!("{name}: {} of {} actions, {} failures", report.compiled, report.actions, failures(&report));
        let file = work.reports.join(&name).with_extension("json");
        fs::write(file, serde_json::to_vec_pretty(&report)?)?;
        work.clean(&name);
        fs::remove_dir_all(work.package.join("src/bin").join(&name))?;
    }
    Ok(())
}

fn failures(report: &Report) -> usize {
    [&report.inputs, &report.flattened, &report.outputs].into_iter().map(|tally| tally.failed.len()).sum()
}

/// What the compiler said of one program.
#[derive(Default)]
struct Said {
    /// Where it is, if it compiles.
    program: Option<String>,
    messages: Vec<String>,
}

fn compile(work: &Work, batch: &[Declared]) -> Result<BTreeMap<String, Said>, Box<dyn Error>> {
    let mut command = Command::new("cargo");
    command.args(["build", "--quiet", "--keep-going", "--message-format=json"]).current_dir(&work.package);
    command.env("CARGO_TARGET_DIR", &work.target).stderr(Stdio::null());
    for declared in batch {
        command.args(["--bin", &declared.name()]);
    }
    let output = command.output()?;
    let mut said: BTreeMap<String, Said> = BTreeMap::new();
    for line in output.stdout.split(|byte| *byte == b'\n').filter(|line| line.starts_with(b"{")) {
        let message: Value = serde_json::from_slice(line)?;
        let Some(name) = message["target"]["name"].as_str() else { continue };
        match message["reason"].as_str() {
            Some("compiler-artifact") => {
                if let Some(program) = message["executable"].as_str() {
                    said.entry(name.to_owned()).or_default().program = Some(program.to_owned());
                }
            }
            Some("compiler-message") if message["message"]["level"] != "failure-note" => {
                let rendered = message["message"]["rendered"].as_str().unwrap_or_default();
                said.entry(name.to_owned()).or_default().messages.push(rendered.to_owned());
            }
            _ => {}
        }
    }
    if let Some(Said { messages, .. }) = said.get("tencent_action_conformance").filter(|said| !said.messages.is_empty())
    {
        return Err(messages.concat().into());
    }
    if said.is_empty() {
        return Err(format!("cargo built nothing in {}: try it there", work.package.display()).into());
    }
    Ok(said)
}

fn examine(work: &Work, program: &str) -> Result<Report, Box<dyn Error>> {
    let output = Command::new(program).arg(&work.metadata).stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("{program} fails: {}", output.status).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}
