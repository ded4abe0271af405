//! A limiter for machines that share an account: it counts on Redis.

mod builder;
mod fault;
mod link;
mod names;
mod shared;
mod script;
mod ticket;

use std::borrow::Cow;
use std::fmt;
use std::num::NonZeroU32;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;

pub use self::builder::RedisRateLimiterBuilder;
use self::fault::Fault;
use self::names::Names;
use self::script::{Answer, Verb, Visit};
use self::shared::Shared;
use self::ticket::Ticket;
use super::{RateKey, RateLimitError, RateLimiter, SlidingWindow};
use crate::clock::Clock;
use crate::timeout::{Deadline, within};

/// How often one asks as soon as it is told to. After that, it takes its time.
const PROMPT: u32 = 3;
const SLOWLY: Duration = Duration::from_millis(250);

/// Lets at most `limit` requests go in any second, from all machines together that ask the same Redis.
///
/// One script on the server decides, in one go and by the server's clock, so that the machines' clocks don't matter. It is
/// exact as [`SlidingWindow`] is, and needs Redis 5 or newer, or Valkey. Needs the feature `redis`.
///
/// # What it does
///
/// - Who comes gets a turn: at once, or behind those who came before, from whichever machine. It sleeps until then, and asks
///   again whether that still holds.
/// - That is one round trip for a request that needn't wait, and two for one that must; one more each time it was put off
///   meanwhile, or others were late. However often that is, after the third it is at most four a second, until half a second
///   is left of its patience; then each wait is at least half of what is left. Each of these may take three more: one if the
///   server doesn't know the script, and as many again if the connection breaks, over a new one. A request that
///   is dropped tells Redis so, which is one more.
/// - A request that would have to wait for longer than it may fails at once, and takes no turn. If Redis is slow, or has to be
///   connected to, it fails when its patience ends. Whose patience is shorter than the
///   [timeout](RedisRateLimiterBuilder::timeout) is given that for an answer, so that it may go if it can go now; the
///   deadline of a call ends it earlier.
/// - One that is dropped while it waits gives its turn to whoever comes next; those who sleep don't move up. A machine that
///   dies while it waits wastes its turns.
/// - After a throttled answer to any machine, nothing of that key goes for one second from any machine; those who have a turn
///   are put off.
/// - A Redis that may have forgotten who went last lets nothing go for one second. It may if it was restarted or its keys
///   were flushed, if a replica took over, or if a key wasn't used for a day. So the first request of all waits too.
/// - While Redis can't be asked, calls [fail](RedisRateLimiterBuilder::fail_closed), or each process [keeps the limit by
///   itself](RedisRateLimiterBuilder::fail_open). A failure is found within a [timeout](RedisRateLimiterBuilder::timeout);
///   then Redis is let alone for a second, so that not each call has to find it.
///
/// # What it can't do
///
/// - The vendor counts when requests arrive. A second and a [margin](RedisRateLimiterBuilder::margin) lie between a request
///   and the one that is `limit` ahead of it, so it takes a delay that differs by more than the margin to bring too many
///   into one second; the vendor throttles them then.
/// - A server whose clock jumps ahead forgets the last second. One whose clock is set back starts anew, after a second.
/// - Where its user may not call `INFO`, a restart is found only if it lost the keys.
/// - A machine that was on its own while Redis wasn't to be reached doesn't tell it what it sent.
///
/// # Redis
///
/// The URL is `redis://user:password@host:port/database`, or `redis+unix:///path`. For `rediss://`, that is TLS, the crate
/// `redis` needs it compiled in, and Cargo adds up features: depend on `redis` 1 with `tokio-rustls-comp` or
/// `tokio-native-tls-comp`. Each process has one connection.
///
/// The four keys of one action, host and account share a hash tag, so they live on one node of a cluster; a cluster is
/// reached through a proxy, as Tencent Cloud's is, since redirections aren't followed. The names of the keys show service and
/// action; host and account are hashed. Three of the keys go a few seconds after they were last needed, and one, the mark by
/// which a restart is found, after a day.
///
/// # Example
///
/// ```
/// use tencent_action::{Client, RedisRateLimiter, Site};
///
/// let limiter = RedisRateLimiter::builder("redis://10.0.0.5:6379").account("media").fail_open().machines(40).build()?;
/// let client = Client::builder().site(Site::Mainland).rate_limiter(limiter).build()?;
/// # Ok::<(), tencent_action::Error>(())
/// ```
pub struct RedisRateLimiter {
    shared: Arc<Shared>,
    prefix: String,
    account: Option<String>,
    without_redis: WithoutRedis,
    /// Keeps the limit while Redis can't be asked.
    alone: SlidingWindow,
    clock: Arc<dyn Clock>,
}

/// What happens while Redis can't be asked.
#[derive(Debug, Clone, Copy)]
enum WithoutRedis {
    Fail,
    /// This process keeps to its part of the limit.
    Alone {
        machines: NonZeroU32,
    },
}

impl RedisRateLimiter {
    /// Begins a limiter on the Redis at this URL.
    pub fn builder(url: impl Into<String>) -> RedisRateLimiterBuilder {
        RedisRateLimiterBuilder::new(url.into())
    }

    /// The key, as it is counted here.
    fn counted<'a>(&self, key: &'a RateKey) -> Cow<'a, RateKey> {
        match &self.account {
            Some(account) => Cow::Owned(key.clone().with_account(account)),
            None => Cow::Borrowed(key),
        }
    }

    /// Waits until Redis says that it is time; the answer is whether that is in time.
    async fn turn(&self, key: &RateKey, limit: NonZeroU32, deadline: Deadline) -> Result<bool, Fault> {
        let mut ticket = Ticket::new(&self.shared, Names::of(&self.prefix, key));
        let mut asked = 0u32;
        loop {
            let left = deadline.left(&*self.clock);
            match ticket.ask(limit, left).await? {
                Answer::Go => return Ok(true),
                Answer::TooLate => return Ok(false),
                Answer::Wait(wait) => {
                    asked = asked.saturating_add(1);
                    let wait = if asked < PROMPT { wait } else { wait.max(SLOWLY.min(left / 2)) };
                    self.clock.sleep(wait).await;
                }
            }
        }
    }
}

#[async_trait]
impl RateLimiter for RedisRateLimiter {
    async fn acquire(&self, key: &RateKey, limit: NonZeroU32, patience: Duration) -> Result<(), RateLimitError> {
        let key = self.counted(key);
        let deadline = Deadline::start(&*self.clock, patience);
        // Who has no patience for a turn still needs an answer.
        let longest = patience.max(self.shared.link.timeout());
        let turn = within(&*self.clock, longest, pin!(self.turn(&key, limit, deadline))).await;
        // That time is up says nothing against Redis: nobody goes alone by that.
        match (turn.unwrap_or(Ok(false)), self.without_redis) {
            (Ok(true), _) => Ok(()),
            (Ok(false), _) => Err(RateLimitError::too_late()),
            (Err(fault), WithoutRedis::Fail) => Err(RateLimitError::new(fault)),
            (Err(_), WithoutRedis::Alone { machines }) => {
                let part = NonZeroU32::new(limit.get() / machines).unwrap_or(NonZeroU32::MIN);
                self.alone.acquire(&key, part, deadline.left(&*self.clock)).await
            }
        }
    }

    fn throttled(&self, key: &RateKey) {
        let key = self.counted(key);
        self.alone.throttled(&key);
        let visit = Visit::new(&Names::of(&self.prefix, &key), Verb::Hold, "", self.shared.spacing);
        ticket::tell(&self.shared, visit);
    }
}

/// Shows where Redis is, and no password.
impl fmt::Debug for RedisRateLimiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let redis = self.shared.link.address().to_string();
        f.debug_struct("RedisRateLimiter").field("redis", &redis).finish_non_exhaustive()
    }
}
