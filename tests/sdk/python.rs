//! Running the SDK.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use serde::Serialize;
use serde::de::DeserializeOwned;

const CURE: &str = "the official SDK isn't installed as pinned: run `tests/sdk/prepare`";

/// Gives a script a JSON line for each question, and reads as many answers.
pub(crate) fn ask<A: DeserializeOwned>(script: &str, questions: &[impl Serialize]) -> Result<Vec<A>, String> {
    let lines: Vec<_> = questions.iter().map(|question| serde_json::to_string(question).unwrap()).collect();
    let output = run(script, &(lines.join("\n") + "\n"))?;
    let answers: Result<Vec<A>, _> = output.lines().map(serde_json::from_str).collect();
    let answers = answers.map_err(|error| format!("{script} answered with something else: {error}"))?;
    if answers.len() == questions.len() {
        return Ok(answers);
    }
    Err(format!("{script} had {} questions and gave {} answers", questions.len(), answers.len()))
}

fn run(script: &str, input: &str) -> Result<String, String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let environment = here.join("../target/sdk-python");
    let installed = std::fs::read_to_string(environment.join("requirements.txt"));
    if installed.ok().as_deref() != Some(include_str!("requirements.txt")) {
        return Err(CURE.to_owned());
    }
    // Nothing from the environment: no proxy, no settings of Python. And no compiled scripts among the sources.
    let child = Command::new(environment.join("bin/python"))
        .env_clear()
        .args(["-B", "-X", "utf8"])
        .arg(here.join("sdk").join(script))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = child.map_err(|_| CURE.to_owned())?;
    let mut stdin = child.stdin.take().unwrap();
    // Its answers come before it has read all, so somebody must read them while we write. If it is gone before that, its
    // exit says why.
    let output = thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(input.as_bytes()));
        child.wait_with_output().unwrap()
    });
    if output.status.success() {
        return Ok(String::from_utf8(output.stdout).unwrap());
    }
    Err(format!("{script} failed: {}", String::from_utf8_lossy(&output.stderr)))
}
