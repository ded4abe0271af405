//! Declares every action of the metadata, compiles the declarations, and holds them against the published examples.
//!
//! `cargo run -p tencent-action-conformance -- DIRECTORY [SERVICE…]`: see `README.md` beside this crate.

mod arguments;
mod build;
mod generate;
mod summary;
mod table;
mod work;

use std::error::Error;
use std::process::ExitCode;

use self::arguments::Arguments;
use self::summary::Summary;
use self::work::Work;

fn main() -> ExitCode {
    match conformance() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all that must hold does.
fn conformance() -> Result<bool, Box<dyn Error>> {
    let arguments = Arguments::read(std::env::args_os().skip(1))?;
    let work = Work::prepare(&arguments)?;
    let mut batch = Vec::new();
    let mut fields = 0;
    for declared in generate::all(&arguments)? {
        let declared = declared?;
        if work.is_done(&declared) {
            continue;
        }
        // Few enough that a run can be stopped at any time, and enough for two compilers at once.
        if fields + declared.fields > 12_000 {
            build::run(&work, &std::mem::take(&mut batch))?;
            fields = 0;
        }
        fields += declared.fields;
        batch.push(declared);
    }
    build::run(&work, &batch)?;
    let reports = work.reports()?;
    // What is kept is of everything that was ever run, and what is told, of what was asked for.
    Summary::of(reports.iter()).keep(&work)?;
    let summary = Summary::of(reports.iter().filter(|report| work.is_asked(report)));
    println!("{}", table::write(&summary));
    Ok(summary.holds())
}
