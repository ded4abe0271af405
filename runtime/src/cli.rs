//! The program: everything but the door, so that the binary, the example and the tests share it.
//!
//! It is no interface for programs: that is [`spec`](crate::spec).

mod help;
mod options;
mod fault;
mod target;
mod text;
mod search;
mod show;
mod rust;
mod lock;
mod check;

use std::ffi::OsString;
use std::io::{BufWriter, Write, stderr, stdout};
use std::process::ExitCode;

use self::fault::Fault;
use self::options::{Command, Options};
use crate::spec::Metadata;

/// The width of what is no terminal.
const WIDTH: usize = 100;
/// The smallest that there is something to read in.
const NARROW: usize = 40;

/// What the commands have to do with.
struct Context<'a> {
    /// How the program is called, for hints.
    program: &'a str,
    width: usize,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

/// All of the program, on the command line and the terminal of the process. `program` is how it is called, for its help.
pub fn main(program: &str) -> ExitCode {
    let width = terminal_size::terminal_size().map_or(WIDTH, |(width, _)| width.0.into());
    let mut out = BufWriter::new(stdout().lock());
    run(program, std::env::args_os().skip(1), width, &mut out, &mut stderr()).into()
}

/// The same anywhere: gives the exit status.
pub fn run(
    program: &str,
    args: impl IntoIterator<Item = OsString>,
    width: usize,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let mut context = Context { program, width: width.max(NARROW), out, err };
    let outcome = Options::parse(args).and_then(|options| context.run(&options));
    let outcome = outcome.and_then(|status| Ok(context.out.flush().map(|()| status)?));
    outcome.unwrap_or_else(|fault| context.tell(&fault))
}

/// `declare` of `cargo run --example declare --`.
fn name(program: &str) -> &str {
    program.trim_end_matches([' ', '-']).rsplit(' ').next().unwrap_or(program)
}

impl Context<'_> {
    /// Complains, and gives the exit status.
    fn tell(&mut self, fault: &Fault) -> u8 {
        if !fault.is_closed_pipe() {
            // If nothing can be written, the status is all that is left.
            let _ = writeln!(self.err, "{}: {fault}", name(self.program));
        }
        fault.status()
    }

    fn run(&mut self, options: &Options) -> Result<u8, Fault> {
        if options.help {
            self.out.write_all(help::text(options.command, self.program).as_bytes())?;
            return Ok(0);
        }
        match options.command {
            Some(Command::Version) => {
                writeln!(self.out, "tencent-action {}", env!("CARGO_PKG_VERSION"))?;
                Ok(0)
            }
            Some(Command::Search) => search::run(self, options),
            Some(Command::Show) => show::run(self, options),
            Some(Command::Rust) => rust::run(self, options),
            Some(Command::Lock) => lock::run(self, options),
            Some(Command::Check) => check::run(self, options),
            None => Err(Fault::usage("name a command")),
        }
    }
}

impl Options {
    fn metadata(&self) -> Result<Metadata, Fault> {
        Ok(self.metadata.as_ref().map_or_else(Metadata::find, Metadata::open)?)
    }
}
