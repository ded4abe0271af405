//! Programs that have no options, and say so.

use std::env::args_os;
use std::process::exit;

/// Ends the program if it is given any: `--help` is answered, and whatever else is refused.
pub fn takes_no_options(about: &str) {
    let Some(argument) = args_os().nth(1) else { return };
    if argument == "--help" || argument == "-h" {
        super::write(format_args!("{about}\nIt calls a fake cloud on this machine, and takes no options.\n"));
        exit(0);
    }
    eprintln!("`{}`: there are no options; it calls a fake cloud on this machine", argument.display());
    exit(2);
}
