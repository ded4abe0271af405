//! From the start of a process to its first answer.

mod child;
mod site;

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

pub(crate) use self::child::run as child;
pub(crate) use self::site::Site;
use crate::folder::Scratch;
use crate::rounds::Rounds;
use crate::server::Server;
use crate::table::{Cell, Table};

const ROUNDS: usize = 15;

/// Who starts, as [`child`] knows them, and what they are.
const WHO: [(&str, &str); 4] = [
    ("ours", "tencent-action, with the platform's roots"),
    ("ours-only", "tencent-action, with one root"),
    ("reqwest", "reqwest on rustls and ring, with one root"),
    ("plain", "tencent-action, plain HTTP"),
];

pub(crate) fn answered() -> Result<Table, String> {
    let head = ["program", "ms", "to reqwest"];
    let mut table = Table::new("start", "From the start of a process to its first answer over HTTPS", &head);
    let (site, plain, scratch) = (Site::start(0)?, Server::start()?, Scratch::new("site")?);
    let root = scratch.path().join("root.der");
    std::fs::write(&root, site.root()).map_err(|error| error.to_string())?;
    let root = root.to_str().ok_or("the temporary folder has no name in UTF-8")?;
    let mut failed = None;
    let rounds = Rounds::run(ROUNDS, WHO.len(), |of| {
        let url = if WHO[of].0 == "plain" { &plain.url } else { site.url() };
        start(WHO[of].0, url, root).unwrap_or_else(|error| {
            failed = Some(error);
            f64::NAN
        })
    });
    if let Some(error) = failed {
        return Err(error);
    }
    for (of, (_, name)) in WHO.iter().enumerate() {
        let row = vec![Cell::text_of(*name), Cell::Number(rounds.median(of), 1), Cell::ratio(rounds.ratio(of, 2))];
        table.rows.push(row);
    }
    Ok(table)
}

/// How many milliseconds pass until a process says that it is answered.
fn start(who: &str, url: &str, root: &str) -> Result<f64, String> {
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(this);
    command.args(["--start", who, url, root]).stdout(Stdio::piped());
    let begun = Instant::now();
    let mut process = command.spawn().map_err(|error| error.to_string())?;
    let mut line = String::new();
    let stdout = process.stdout.take().ok_or("a process has no output")?;
    BufReader::new(stdout).read_line(&mut line).map_err(|error| error.to_string())?;
    let passed = begun.elapsed();
    let status = process.wait().map_err(|error| error.to_string())?;
    if line == "answered\n" && status.success() {
        Ok(passed.as_secs_f64() * 1e3)
    } else {
        Err(format!("`{who}` wasn't answered: {status}"))
    }
}
