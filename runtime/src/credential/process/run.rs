//! Running a program and reading what it prints.

use std::ffi::{OsStr, OsString};
use std::future::poll_fn;
use std::io;
use std::pin::pin;
use std::process::{ExitStatus, Stdio};
use std::task::Poll;

use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::process::{Child, Command};
use tokio::runtime::Handle;
use zeroize::Zeroizing;

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
    // Both are read at once: a program that fills one waits until that is read, whatever it has yet to say on the other.
    let (printed, complaint) = both(up_to(LIMIT, child.stdout.take()), up_to(ERROR_LIMIT, child.stderr.take())).await;
    let unread = |error: io::Error| format!("can't be read from: {error}");
    let (printed, complaint) = (printed.map_err(unread)?, complaint.map_err(unread)?);
    let status = child.wait().await.map_err(|error| format!("can't be waited for: {error}"))?;
    if !status.success() {
        return Err(failure(status, &complaint));
    }
    match printed.len() {
        0..=LIMIT => Ok(printed),
        _ => Err("printed more than 64 KiB, which no credential is".to_owned()),
    }
}

/// All that comes, of which a byte more than the limit is kept. The rest is read too, so that the program can end. The
/// memory is there from the start, so that no copy is left behind by growing.
async fn up_to(limit: usize, source: Option<impl AsyncRead + Unpin>) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut kept = Zeroizing::new(Vec::with_capacity(limit + 1));
    let mut piece = Zeroizing::new(vec![0; 4 << 10]);
    let Some(mut source) = source else { return Ok(kept) };
    loop {
        let length = source.read(&mut piece).await?;
        if length == 0 {
            return Ok(kept);
        }
        let fits = length.min(limit + 1 - kept.len());
        kept.extend_from_slice(&piece[..fits]);
    }
}

/// Runs both until both are done.
async fn both<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let (mut a, mut b) = (pin!(a), pin!(b));
    let (mut of_a, mut of_b) = (None, None);
    poll_fn(|cx| {
        if of_a.is_none()
            && let Poll::Ready(output) = a.as_mut().poll(cx)
        {
            of_a = Some(output);
        }
        if of_b.is_none()
            && let Poll::Ready(output) = b.as_mut().poll(cx)
        {
            of_b = Some(output);
        }
        match (of_a.take(), of_b.take()) {
            (Some(a), Some(b)) => Poll::Ready((a, b)),
            (a, b) => {
                (of_a, of_b) = (a, b);
                Poll::Pending
            }
        }
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
