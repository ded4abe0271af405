//! The seam for time and chance: the only file that reads the system's clocks, sleeps, or draws random numbers.

use std::fmt;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::pin::Pin;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant, SystemTime};

use async_trait::async_trait;

/// Where a client takes the time from, how it waits, and what it leaves to chance.
///
/// The default is the system's clock and tokio's timer. A test gives the client a clock of its own, and nothing in it
/// sleeps for real.
#[async_trait]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no clock",
    note = "`SystemClock` is one: the system's time, and tokio's timer"
)]
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// The time now, which dates signatures.
    fn now(&self) -> SystemTime;

    /// The time since some moment that stays the same, for measuring how long something takes.
    ///
    /// It should keep step with [`sleep`](Self::sleep), and not jump when the system's time is set. By default it is
    /// [`now`](Self::now), which does for a clock that nobody sets.
    fn monotonic(&self) -> Duration {
        self.now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default()
    }

    /// Waits.
    async fn sleep(&self, duration: Duration);

    /// A number that nobody can foresee: for nonces and boundaries.
    fn random(&self) -> u64 {
        random()
    }
}

/// From the operating system; where that has none, from the keys that std draws for its hash maps.
fn random() -> u64 {
    let mut bytes = [0; 8];
    match getrandom::getrandom(&mut bytes) {
        Ok(()) => u64::from_ne_bytes(bytes),
        Err(_) => RandomState::new().build_hasher().finish(),
    }
}

/// A wait that has a clock of its own, so that it can be kept.
pub(crate) type Sleep = Pin<Box<dyn Future<Output = ()> + Send>>;

pub(crate) fn sleep(clock: &Arc<dyn Clock>, duration: Duration) -> Sleep {
    let clock = Arc::clone(clock);
    Box::pin(async move { clock.sleep(duration).await })
}

/// The system's clock and tokio's timer.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

#[async_trait]
#[expect(clippy::disallowed_methods, reason = "the one place where the system's time comes in")]
impl Clock for SystemClock {
    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    /// By tokio's clock, whose timer we sleep on: in a test, both can be paused.
    fn monotonic(&self) -> Duration {
        let now = tokio::time::Instant::now().into_std();
        // A paused clock was started before the time was first asked for, and may be behind it.
        match now.checked_duration_since(*BEGINNING) {
            Some(since) => A_DAY + since,
            None => A_DAY.saturating_sub(BEGINNING.duration_since(now)),
        }
    }

    async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }
}

/// What `Instant`s are counted from, since they have no number of their own: a day before the time was first asked for.
#[expect(clippy::disallowed_methods, reason = "the one place where the system's time comes in")]
static BEGINNING: LazyLock<Instant> = LazyLock::new(Instant::now);
const A_DAY: Duration = Duration::from_secs(24 * 60 * 60);
