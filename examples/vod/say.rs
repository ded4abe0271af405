//! Standard output, for programs that go on when nobody reads it any more: `println!` panics then.

use std::fmt::Display;
use std::io::{ErrorKind, Write, stdout};
use std::process::exit;

/// Prints a line, as `println!` does.
#[macro_export]
macro_rules! say {
    ($($line:tt)*) => { $crate::write(::std::format_args!("{}\n", ::std::format_args!($($line)*))) };
}

/// Prints a text. It goes nowhere once whoever reads has read enough; if it can't be written otherwise, the program ends.
pub fn write(text: impl Display) {
    let mut stdout = stdout().lock();
    match write!(stdout, "{text}").and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("the output can't be written: {error}");
            exit(1);
        }
        _ => {}
    }
}
