//! A clock that is off, set right by the server's.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

use http::{HeaderMap, header};

use super::run::Run;
use crate::error::Error;
use crate::stream::Answer;

/// How far the server's clock is ahead of ours, in seconds, as far as a refusal has told.
#[derive(Debug, Default)]
pub(super) struct Skew {
    seconds: AtomicI64,
}

impl Skew {
    /// The server's time, by ours.
    pub(super) fn correct(&self, now: SystemTime) -> SystemTime {
        let seconds = self.seconds.load(Ordering::Relaxed);
        let by = Duration::from_secs(seconds.unsigned_abs());
        let corrected = if seconds < 0 { now.checked_sub(by) } else { now.checked_add(by) };
        corrected.unwrap_or(now)
    }
}

impl Run<'_> {
    /// Tries a call, and once more if it was refused because of its date, signed by the server's clock.
    ///
    /// A refused call was stopped at the gate, so it can't run twice. What has been learnt is kept for the calls after.
    pub(super) async fn on_time<F>(&self, next: impl Fn() -> F) -> Result<Answer, Error>
    where
        F: Future<Output = Result<Answer, Error>>,
    {
        let inner = self.inner();
        let signed_by = inner.skew.seconds.load(Ordering::Relaxed);
        let error = match next().await {
            Ok(answer) => return Ok(answer),
            Err(error) => error,
        };
        let Some(seconds) = measured(&error, self.progress.sent_at(), inner.clock.now()) else { return Err(error) };
        // Another call may have learnt it while this one was under way.
        let known = inner.skew.seconds.swap(seconds, Ordering::Relaxed);
        if signed_by == seconds {
            return Err(error);
        }
        self.progress.fail(&error);
        if known != seconds {
            inner.counters.clock_corrected();
            tracing::warn!(seconds, "this machine's clock is off: signing by the server's");
        }
        next().await.map_err(|later| later.after_failure(Some(error)))
    }
}

/// How far the server is ahead, if it refused a date and told its own. It answered about half way between the sending and
/// the answer.
fn measured(error: &Error, sent: SystemTime, received: SystemTime) -> Option<i64> {
    if error.code() != Some("AuthFailure.SignatureExpire") {
        return None;
    }
    let server = server_second(error.headers()?)?;
    let half = received.duration_since(sent).unwrap_or_default() / 2;
    let ours = sent.checked_add(half)?.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs();
    server.checked_sub(i64::try_from(ours).ok()?)
}

/// The Unix time in seconds at which the server answered. An answer from a cache tells somebody else's.
pub(super) fn server_second(headers: &HeaderMap) -> Option<i64> {
    if headers.contains_key(header::AGE) {
        return None;
    }
    let date = headers.get(header::DATE)?.to_str().ok()?;
    let since = httpdate::parse_http_date(date).ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_secs()).ok()
}

#[cfg(test)]
mod random;
