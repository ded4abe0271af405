//! What a call costs, beside its floors. `README.md` says how to read it.

mod subject;
mod client;
mod floor;
mod same;
mod mark;
mod cases;
mod folder;
mod package;
mod counts;
mod rounds;
mod table;
mod budget;
mod stages;
mod memory;
mod streams;
mod server;
mod tls;
mod loopback;
mod start;
mod peers;
mod machine;
mod sections;

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
    match arguments {
        ["--help" | "-h"] => println!("{}", sections::usage()),
        // How this program calls itself.
        ["--case", name, times] => {
            let mut case = cases::of(name).ok_or_else(|| format!("there is no case `{name}`"))?;
            case(times.parse().map_err(|_| format!("`{times}` is no number"))?);
        }
        ["--serve"] => server::serve()?,
        ["--start", who, url, root] => start::child(who, url, root)?,
        ["budget"] => {
            same::check()?;
            return budget::check();
        }
        ["--publish"] => {
            same::check()?;
            sections::publish()?;
        }
        sections => {
            same::check()?;
            sections::run(sections)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
