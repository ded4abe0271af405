//! Finds actions in the vendor's published metadata, and declares them. It is the program `tencent-action`, for those who
//! have the repository and haven't installed it.

use std::process::ExitCode;

fn main() -> ExitCode {
    tencent_action::cli::main("cargo run --example declare --")
}
