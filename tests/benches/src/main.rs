//! What a call costs, beside its floors. `README.md` says how to read it.

mod cases;
mod client;
mod floor;
mod mark;
mod subject;
mod same;
mod folder;
mod counts;
mod package;
mod budget;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    run(&arguments).unwrap_or_else(|error| {
        eprintln!("{error}");
        ExitCode::FAILURE
    })
}

fn run(arguments: &[&str]) -> Result<ExitCode, String> {
    // How this program calls itself.
    if let ["--case", name, times] = arguments {
        let mut case = cases::of(name).ok_or_else(|| format!("there is no case `{name}`"))?;
        case(times.parse().map_err(|_| format!("`{times}` is no number"))?);
        return Ok(ExitCode::SUCCESS);
    }
    same::check()?;
    budget::check()
}
