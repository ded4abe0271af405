//! Measures what declared actions add to a build, against the same structs with serde's derives; with `spec`, what a lock file
//! adds to them.
//!
//! ```sh
//! cargo run --release --manifest-path tests/benches/compile/Cargo.toml -- [--runs N] vod|spec|app|synthetic [ACTIONS…]
//! ```

mod app;
mod arguments;
mod declared;
mod locked;
mod measure;
mod plain;
mod program;
mod project;
mod report;

use std::error::Error;
use std::process::ExitCode;

use self::arguments::{Arguments, Subject};
use self::declared::Declared;

fn main() -> ExitCode {
    match Arguments::from_args().and_then(|arguments| run(&arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("compile-cost: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    match &arguments.subject {
        Subject::Vod => compare(arguments, "vod", &Declared::vod(&arguments.metadata)?),
        Subject::Spec => locked::measure(arguments),
        Subject::Synthetic(numbers) => {
            for &actions in numbers {
                compare(arguments, &format!("synthetic-{actions}"), &Declared::synthetic(actions))?;
            }
            Ok(())
        }
        Subject::App => {
            let rows = app::measure(arguments)?;
            report::print("app", None, &rows, &arguments.work.join("app.json"))
        }
    }
}

fn compare(arguments: &Arguments, name: &str, declared: &Declared) -> Result<(), Box<dyn Error>> {
    let directory = project::write(&arguments.work.join(name), &arguments.root, declared)?;
    let rows = measure::rows(&directory, arguments.runs)?;
    let file = arguments.work.join(format!("{name}.json"));
    report::print(name, Some(declared.items()), &rows, &file)
}
