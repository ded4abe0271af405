//! The program, as `cargo install` installs it.

use std::process::ExitCode;

fn main() -> ExitCode {
    tencent_action::cli::main("tencent-action")
}
