//! Running a program and reading what it prints.

mod pipe;

use std::ffi::{OsStr, OsString};
use std::future::poll_fn;
use std::io;
use std::pin::pin;
use std::process::{ExitStatus, Stdio};

use tokio::process::{Child, Command};
use tokio::runtime::Handle;
use zeroize::Zeroizing;

use self::pipe::Pipe;

/// The most that is read of standard output.
const LIMIT: usize = 64 << 10;
/// The most that is kept of standard error, in bytes; and shown, in characters.
const ERROR_LIMIT: usize = 4 << 10;
const SHOWN: usize = 200;

/// Starts a program, which is killed when its handle goes.
pub(super) fn start(program: &OsStr, arguments: &[OsString]) -> io::Result<Child> {
    // Without a runtime, tokio would panic.
    Handle::try_current().map_err(io::Error::other)?;
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.kill_on_drop(true).spawn()
}

/// What the program prints on standard output, once it has ended well.
///
/// # Errors
///
/// What follows the name of the program in a message.
pub(super) async fn output(mut child: Child) -> Result<Zeroizing<Vec<u8>>, String> {
    let mut printed = Pipe::new(LIMIT, child.stdout.take());
    let mut complaint = Pipe::new(ERROR_LIMIT, child.stderr.take());
    // Both are read while it runs: a program that fills one waits until that is read, whatever it has yet to say on the
    // other.
    let ended = beside(beside(child.wait(), printed.read()), complaint.read()).await;
    let status = ended.map_err(|error| format!("can't be waited for: {error}"))?;
    // Not to their ends, for which another may let us wait that it has started and left behind.
    let unread = |error: io::Error| format!("can't be read from: {error}");
    printed.read_rest().await.map_err(unread)?;
    complaint.read_rest().await.map_err(unread)?;
    if !status.success() {
        return Err(failure(status, &complaint.kept));
    }
    match printed.kept.len() {
        0..=LIMIT => Ok(printed.kept),
        _ => Err("printed more than 64 KiB, which no credential is".to_owned()),
    }
}

/// Runs one until it is done, and another beside it as long as that lasts.
async fn beside<A: Future>(one: A, other: impl Future) -> A::Output {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let mut is_over = false;
    poll_fn(|cx| {
        is_over = is_over || other.as_mut().poll(cx).is_ready();
        one.as_mut().poll(cx)
    })
    .await
}

/// `ended with exit status: 3: no such account`
fn failure(status: ExitStatus, complaint: &[u8]) -> String {
    let complaint = String::from_utf8_lossy(complaint);
    let line = complaint.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("it said nothing of why");
    let line: String = line.chars().filter(|letter| !letter.is_control()).take(SHOWN).collect();
    format!("ended with {status}: {line}")
}
