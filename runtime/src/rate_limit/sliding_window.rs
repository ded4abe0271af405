//! The default limiter: an exact sliding window, with a queue before it.

mod gate;
mod queue;
mod time;
mod wait;
mod window;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fmt;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;

use self::gate::Gate;
use self::time::Time;
use self::wait::Wait;
use super::{RateKey, RateLimitError, RateLimiter};
use crate::clock::{Clock, SystemClock};

/// Below this many keys there is nothing to tidy up.
const FEW: usize = 32;

/// Lets at most `limit` requests go in any second, wherever that second begins, and first those that came first.
///
/// It remembers when the requests of the last second went. Of `rate_limit = 20`, twenty go at once, and the next one
/// second after the first of them. The usual algorithm, a token bucket or GCRA as in `governor`, remembers less: it lets
/// a burst go, and then one more each twentieth of a second, so 39 in the first second, of which the vendor refuses 19.
///
/// # What it does
///
/// - A request that is dropped while it waits gives its place to the next. One that was let go counts, whatever becomes
///   of it.
/// - Only the first in a queue is woken when there is room, then the second; the others sleep. One whose future isn't
///   polled when its turn comes is passed over after a fifth of a second, so that a call that was left lying, as in a
///   `select!`, doesn't hold up the others.
/// - A request that would have to wait for longer than it may fails at once. One that comes so late, since nobody
///   polled it, fails too, and takes no turn.
/// - After a throttled answer, nothing of that key goes for one second: somebody else uses the account.
/// - A key that was idle for a second costs nothing any more, and goes when there are many.
/// - The wall clock may jump: time is [`Clock::monotonic`].
///
/// # What it can't do
///
/// The vendor counts when requests arrive. If the first of a second take longer on their way than the last, more than the
/// limit can arrive in one second; the vendor throttles them then. A [`margin`](Self::margin) is for where that matters.
///
/// # Example
///
/// A client has one of its own, which its clones share. Clients of one account can share one too:
///
/// ```
/// use std::sync::Arc;
/// use tencent_action::{Client, Site, SlidingWindow};
///
/// let window = Arc::new(SlidingWindow::default());
/// let client = Client::builder().site(Site::Mainland).rate_limiter(Arc::clone(&window)).build()?;
/// let patient = Client::builder().site(Site::Mainland).rate_limiter(window).build()?;
/// # Ok::<(), tencent_action::Error>(())
/// ```
pub struct SlidingWindow {
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
}

/// One lock for all keys: it is held for less than a microsecond, and never while anybody is woken.
struct State {
    time: Time,
    gates: HashMap<RateKey, Gate>,
    margin: Duration,
    /// How many keys are so many that idle ones go.
    many: usize,
}

impl SlidingWindow {
    /// One that takes the time from this clock, and waits on it.
    pub fn with_clock(clock: impl Clock) -> Self {
        Self::on(Arc::new(clock))
    }

    /// Counts a second as longer by this much, so that no more than the limit *arrive* in any second either, as long as one
    /// request isn't longer on its way than another by more than that. The default is none.
    ///
    /// It costs its part of the rate: with a tenth of a second, 20 a second become 18.2.
    ///
    /// ```
    /// use std::time::Duration;
    /// use tencent_action::{Client, Site, SlidingWindow};
    ///
    /// let window = SlidingWindow::default().margin(Duration::from_millis(100));
    /// let client = Client::builder().site(Site::Mainland).rate_limiter(window).build()?;
    /// # Ok::<(), tencent_action::Error>(())
    /// ```
    #[must_use]
    pub fn margin(mut self, margin: Duration) -> Self {
        self.state.get_mut().unwrap_or_else(PoisonError::into_inner).margin = margin;
        self
    }

    pub(crate) fn on(clock: Arc<dyn Clock>) -> Self {
        let time = Time::starting(clock.monotonic());
        Self { clock, state: Mutex::new(State { time, gates: HashMap::new(), margin: Duration::ZERO, many: FEW }) }
    }

    /// The state, and what time it is. The clock is read under the lock, so that no reading is behind another.
    fn now(&self) -> (MutexGuard<'_, State>, Duration) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let now = state.time.read(self.clock.monotonic());
        (state, now)
    }
}

impl State {
    /// The gate of a key. Whenever the keys have doubled, those that are idle go, which costs each new one little.
    fn gate(&mut self, key: &RateKey, now: Duration) -> &mut Gate {
        if !self.gates.contains_key(key) && self.gates.len() >= self.many {
            self.gates.retain(|_, gate| !gate.is_idle(now));
            self.gates.shrink_to(2 * self.gates.len());
            self.many = FEW.max(2 * self.gates.len());
        }
        self.gates.entry(key.clone()).or_insert_with(|| Gate::new(self.margin))
    }
}

#[async_trait]
impl RateLimiter for SlidingWindow {
    async fn acquire(&self, key: &RateKey, limit: NonZeroU32, patience: Duration) -> Result<(), RateLimitError> {
        Wait::new(self, key, limit, patience).await
    }

    fn throttled(&self, key: &RateKey) {
        let (mut state, now) = self.now();
        state.gate(key, now).hold(now);
    }
}

/// On the system's clock.
impl Default for SlidingWindow {
    fn default() -> Self {
        Self::with_clock(SystemClock)
    }
}

impl fmt::Debug for SlidingWindow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SlidingWindow").finish_non_exhaustive()
    }
}
