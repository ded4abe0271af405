//! Files of credentials: how they are read.

mod mode;

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use tokio::runtime::Handle;
use zeroize::Zeroizing;

use super::CredentialError;

/// The largest file that is read: room for sixty profiles with tokens of the largest size, 4 KiB.
const LIMIT: u64 = 256 << 10;

/// Runs what waits for the disk where waiting is allowed, if there is such a place: a disk may be far away, and the thread
/// that drives calls doesn't wait for it.
///
/// What is logged goes to the caller's subscriber, as if it came from the caller's thread.
pub(super) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, CredentialError> + Send + 'static,
) -> Result<T, CredentialError> {
    let Ok(runtime) = Handle::try_current() else { return work() };
    let (dispatch, span) = (tracing::dispatcher::get_default(Clone::clone), tracing::Span::current());
    let work = move || tracing::dispatcher::with_default(&dispatch, || span.in_scope(work));
    runtime.spawn_blocking(work).await.map_err(CredentialError::new)?
}

/// What there is at a path.
#[derive(Debug)]
pub(super) enum Content {
    Text(Zeroizing<String>),
    /// No file, and in which way.
    Nothing(&'static str),
}

/// Reads a file, and warns if others can read it too.
///
/// # Errors
///
/// If the file is there but can't be read, is too large, or isn't UTF-8. What it holds isn't shown.
pub(super) fn read(path: &Path) -> Result<Content, CredentialError> {
    read_and(path, mode::warn_if_open_to_others)
}

/// The same, without a warning: for a file that its owner can't close.
pub(super) fn read_quietly(path: &Path) -> Result<Content, CredentialError> {
    read_and(path, |_, _| {})
}

fn read_and(path: &Path, look: impl FnOnce(&Path, &Metadata)) -> Result<Content, CredentialError> {
    let fault = |fault: &str| CredentialError::new(format!("{} {fault}", path.display()));
    match fs::metadata(path) {
        // A pipe would give its text once, and a directory never.
        Ok(metadata) if !metadata.is_file() && path != Path::new("/dev/null") => return Err(fault("isn't a file")),
        Ok(_) => {}
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Content::Nothing("not there"));
        }
        // Not the file is closed, which would be for its owner to mend, but the way there: as a home is for other users.
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            return Ok(Content::Nothing("in a directory that this user can't enter"));
        }
        Err(error) => return Err(fault(&format!("can't be read: {error}"))),
    }
    let bytes = read_up_to_limit(path, look).map_err(|error| fault(&format!("can't be read: {error}")))?;
    if bytes.len() as u64 > LIMIT {
        return Err(fault("is larger than 256 KiB: is it a file of credentials?"));
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| fault("isn't UTF-8: save it in that encoding"))?;
    Ok(Content::Text(Zeroizing::new(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned())))
}

/// The bytes, in memory of their number, so that no copy is left behind by growing.
fn read_up_to_limit(path: &Path, look: impl FnOnce(&Path, &Metadata)) -> io::Result<Zeroizing<Vec<u8>>> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    look(path, &metadata);
    let capacity = metadata.len().min(LIMIT) + 1;
    let mut bytes = Zeroizing::new(Vec::with_capacity(usize::try_from(capacity).unwrap_or_default()));
    file.take(LIMIT + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;
