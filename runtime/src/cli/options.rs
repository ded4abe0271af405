//! What the command line says.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;

use super::fault::Fault;
use crate::spec::RustOptions;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    Search,
    Show,
    Rust,
    Lock,
    Check,
    Version,
}

#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Options {
    /// What help is wanted of, if that is wanted.
    pub(super) command: Option<Command>,
    pub(super) help: bool,
    pub(super) metadata: Option<PathBuf>,
    pub(super) words: Vec<String>,
    /// Of `search`: print all that is found.
    pub(super) all: bool,
    /// Of `check`: only what breaks makes a difference.
    pub(super) breaking: bool,
    /// Of `lock`: no data types but those that are named.
    pub(super) only: bool,
    /// Of `lock`: the file.
    pub(super) out: Option<PathBuf>,
    pub(super) rust: RustOptions,
}

impl Options {
    pub(super) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Self, Fault> {
        use Command::{Check, Lock, Rust, Search};
        let mut options = Self::default();
        let mut parser = lexopt::Parser::from_args(args);
        while let Some(argument) = parser.next()? {
            match (options.command, argument) {
                (_, Long("help") | Short('h')) => {
                    options.help = true;
                    break;
                }
                (None, Long("version") | Short('V')) => options.command = Some(Command::Version),
                (_, Long("metadata")) => options.metadata = Some(parser.value()?.into()),
                (Some(Search), Long("all")) => options.all = true,
                (Some(Check), Long("breaking")) => options.breaking = true,
                (Some(Lock), Long("only")) => options.only = true,
                (Some(Lock), Long("out")) => options.out = Some(parser.value()?.into()),
                (Some(Rust), Long("no-docs")) => options.rust = options.rust.without_docs(),
                (Some(Rust), Long("spec")) => options.rust = options.rust.lock(parser.value()?.string()?),
                (Some(Rust), Long("crate")) => options.rust = options.rust.runtime(path(parser.value()?.string()?)?),
                (None, Value(word)) => options.command = Some(command(&word.string()?)?),
                (Some(_), Value(word)) => options.words.push(word.string()?),
                (_, other) => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }
}

fn command(word: &str) -> Result<Command, Fault> {
    Ok(match word {
        "search" => Command::Search,
        "show" => Command::Show,
        "rust" => Command::Rust,
        "lock" => Command::Lock,
        "check" => Command::Check,
        other => return Err(Fault::usage(format!("there is no command `{other}`"))),
    })
}

/// The path of a crate: words of letters, digits and `_`, with `::` between, and perhaps before them.
fn path(text: String) -> Result<String, Fault> {
    let is_word = |word: &str| {
        !word.is_empty()
            && !word.starts_with(|first: char| first.is_ascii_digit())
            && word.chars().all(|c| c.is_alphanumeric() || c == '_')
    };
    if text.strip_prefix("::").unwrap_or(&text).split("::").all(is_word) {
        Ok(text)
    } else {
        Err(Fault::usage(format!("`{text}` isn't the path of a crate")))
    }
}
