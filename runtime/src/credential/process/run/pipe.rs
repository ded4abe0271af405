//! What comes through a pipe from a program.

use std::io;

use tokio::io::{AsyncRead, AsyncReadExt};
use zeroize::Zeroizing;

/// A pipe, and the beginning of what came through it.
pub(super) struct Pipe<S> {
    source: Option<S>,
    limit: usize,
    /// Of what came, a byte more than the limit. The memory is there from the start, so that no copy is left behind by
    /// growing.
    pub(super) kept: Zeroizing<Vec<u8>>,
    piece: Zeroizing<Vec<u8>>,
}

impl<S: AsyncRead + Unpin> Pipe<S> {
    pub(super) fn new(limit: usize, source: Option<S>) -> Self {
        let kept = Zeroizing::new(Vec::with_capacity(limit + 1));
        Self { source, limit, kept, piece: Zeroizing::new(vec![0; 4 << 10]) }
    }

    /// Reads to the end, also what isn't kept, so that the program can end. It can be dropped and nothing is lost.
    pub(super) async fn read(&mut self) -> io::Result<()> {
        while let Some(source) = &mut self.source {
            let length = source.read(&mut self.piece).await?;
            self.take(length);
        }
        Ok(())
    }

    /// Keeps what has been read; nothing is the end.
    fn take(&mut self, length: usize) {
        if length == 0 {
            self.source = None;
        }
        let fits = length.min(self.limit + 1 - self.kept.len());
        self.kept.extend_from_slice(&self.piece[..fits]);
    }

    fn is_full(&self) -> bool {
        self.kept.len() > self.limit
    }
}

#[cfg(unix)]
impl<S: AsyncRead + Unpin + std::os::fd::AsFd> Pipe<S> {
    /// Reads what is there of a program that has ended, as far as it is kept.
    ///
    /// Past tokio, which may not have heard yet that something came, and can only wait for that.
    #[expect(clippy::unused_async, reason = "where this can't be asked, it waits")]
    pub(super) async fn read_rest(&mut self) -> io::Result<()> {
        use std::io::Read;

        let Some(source) = &self.source else { return Ok(()) };
        let mut same = std::fs::File::from(source.as_fd().try_clone_to_owned()?);
        while self.source.is_some() && !self.is_full() {
            match same.read(&mut self.piece) {
                Ok(length) => self.take(length),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

#[cfg(not(unix))]
impl<S: AsyncRead + Unpin> Pipe<S> {
    /// Reads to the end. Elsewhere, a pipe can't be asked for what is there.
    pub(super) async fn read_rest(&mut self) -> io::Result<()> {
        if self.is_full() { Ok(()) } else { self.read().await }
    }
}
