//! The script, and what it is asked.

use std::fmt::Write as _;
use std::num::NonZeroU32;
use std::sync::LazyLock;
use std::time::Duration;

use redis::aio::MultiplexedConnection;
use redis::{Cmd, ErrorKind, RedisError, ServerErrorKind};
use sha1::{Digest, Sha1};

use super::names::Names;

const SCRIPT: &str = include_str!("gate.lua");

/// By which the server knows the script, once it has seen it.
static HASH: LazyLock<String> = LazyLock::new(|| {
    Sha1::digest(SCRIPT).iter().fold(String::new(), |mut hash, byte| {
        // A string takes whatever is written.
        let _ = write!(hash, "{byte:02x}");
        hash
    })
});

/// More patience than that of anybody. Lua's numbers are exact so far.
const FOREVER: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);

/// What is done at a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Ask { limit: NonZeroU32, patience: Duration },
    Leave,
    Hold,
}

/// What the gate answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    Go,
    /// Ask again after that.
    Wait(Duration),
    TooLate,
}

/// One visit to a gate, ready to be sent as often as it takes.
#[derive(Debug)]
pub(super) struct Visit {
    keys: [String; 4],
    arguments: [String; 5],
}

impl Visit {
    /// `ticket` names the visitor, and is empty if it doesn't matter who comes.
    pub(super) fn new(names: &Names, verb: Verb, ticket: &str, spacing: Duration) -> Self {
        let (word, limit, patience) = match verb {
            Verb::Ask { limit, patience } => ("ask", limit.get(), patience.min(FOREVER)),
            Verb::Leave => ("leave", 1, Duration::ZERO),
            Verb::Hold => ("hold", 1, Duration::ZERO),
        };
        let micros = |duration: Duration| duration.as_micros().to_string();
        let arguments = [word.to_owned(), ticket.to_owned(), limit.to_string(), micros(patience), micros(spacing)];
        Self { keys: names.keys(), arguments }
    }

    /// Makes the visit: by the script's hash, and with the whole script where the server doesn't know it.
    pub(super) async fn make(&self, connection: &mut MultiplexedConnection) -> Result<Answer, RedisError> {
        let by_hash = self.command("EVALSHA", &HASH).query_async(connection).await;
        let answer: i64 = match by_hash {
            Err(error) if error.kind() == ErrorKind::Server(ServerErrorKind::NoScript) => {
                self.command("EVAL", SCRIPT).query_async(connection).await?
            }
            answer => answer?,
        };
        Ok(match u64::try_from(answer) {
            Ok(0) => Answer::Go,
            Ok(wait) => Answer::Wait(Duration::from_micros(wait)),
            Err(_) => Answer::TooLate,
        })
    }

    fn command(&self, command: &str, script: &str) -> Cmd {
        let mut command = redis::cmd(command);
        command.arg(script).arg(self.keys.len()).arg(&self.keys).arg(&self.arguments);
        command
    }
}
