//! Tells which credentials a program on this machine finds, and where.

use std::error::Error;
use std::io::{self, Write, stdout};
use std::process::ExitCode;

use lexopt::prelude::*;
use tencent_action::{DefaultCredentials, Examined, Outcome};
use tencent_action_examples::{failed, misused, write};

const HELP: &str = "\
Asks every source of credentials on this machine, and prints what each has: ids shortened, keys and tokens not at all.

  cargo run --example credentials -- [OPTIONS]

  --require   fail if a client would find no credentials
  --help      print this

The first that has some is the one that a client signs with, unless it was given others. Off Tencent Cloud, it may take
a second to find out that there is no metadata service. In a TKE pod, STS is called.
Exit status: 0, but with --require 1 if there are none, or if the search ends at a broken source; 2 if the command line
is at fault.
";

const NONE: &str = "
There are no credentials. Set TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY, write a profile file, or log in with
`tccli auth login`; the page `guide::credentials` has all that there is.";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match is_required() {
        Ok(Some(required)) => match report(&DefaultCredentials::new().examine().await) {
            Ok(is_found) if is_found || !required => ExitCode::SUCCESS,
            Ok(_) => ExitCode::FAILURE,
            // Whoever reads has read enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => failed("credentials", format_args!("the report can't be written: {error}")),
        },
        Ok(None) => {
            write(HELP);
            ExitCode::SUCCESS
        }
        Err(fault) => misused("credentials", fault),
    }
}

/// Whether there must be credentials; `None` if help is wanted.
fn is_required() -> Result<Option<bool>, Box<dyn Error>> {
    let mut required = false;
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("require") => required = true,
            Long("help") | Short('h') => return Ok(None),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Some(required))
}

/// Prints what the sources have, and what follows from it: whether a client finds credentials.
fn report(all: &[Examined]) -> io::Result<bool> {
    let mut out = stdout().lock();
    for examined in all {
        writeln!(out, "{examined}")?;
    }
    let first = all.iter().find(|examined| !matches!(examined.outcome(), Outcome::Nothing));
    let is_found = first.is_some_and(|first| matches!(first.outcome(), Outcome::Found(_)));
    match first.map(Examined::source) {
        Some(source) if is_found => writeln!(out, "\nA client signs with the first of these that has some: {source}.")?,
        Some(source) => writeln!(out, "\nA client has no credentials: the search ends at what is broken, {source}.")?,
        None => writeln!(out, "{NONE}")?,
    }
    Ok(is_found)
}
