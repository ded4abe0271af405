//! How a program ends that can't do what it was told to.

use std::fmt::Display;
use std::process::ExitCode;

/// Says what is wrong with the command line, and where to read how it is right. The status is 2.
pub fn misused(program: &str, fault: impl Display) -> ExitCode {
    eprintln!("{program}: {fault}; --help tells what there is");
    ExitCode::from(2)
}

/// Says what went wrong. The status is 1.
pub fn failed(program: &str, error: impl Display) -> ExitCode {
    eprintln!("{program}: {error}");
    ExitCode::FAILURE
}
