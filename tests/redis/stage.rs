//! A limiter whose waits a test sees, and lets pass.
//!
//! A server's time can't be set. But all that it remembers can be made older, which comes to the same: a wait of ten seconds
//! has passed when everything in Redis is ten seconds older. The gates of these tests are ten seconds wide and not one, so
//! that the time that really passes in a test doesn't matter.

use std::num::NonZeroU32;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use tencent_action::{
    Clock, RateKey, RateLimitError, RateLimiter, RedisRateLimiter, RedisRateLimiterBuilder, SystemClock,
};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::server::Server;

/// How long Redis may take, really.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(77);
/// After which a test that would hang fails.
const HANGS: Duration = Duration::from_secs(30);
/// What the clock of a stage shows at first. It goes only when a test lets time pass.
const START: Duration = Duration::from_secs(1_000);
/// How far a wait may be off because a test is slow.
const SLOW: Duration = Duration::from_secs(3);

/// Makes the keys of all gates older by so many microseconds.
const AGE: &str = "
    local function text(number) return string.format('%.0f', number) end
    for _, key in ipairs(redis.call('KEYS', '*')) do
        if redis.call('TYPE', key).ok == 'zset' then
            local members = redis.call('ZRANGE', key, 0, -1, 'WITHSCORES')
            for i = 1, #members, 2 do redis.call('ZADD', key, text(members[i + 1] - ARGV[1]), members[i]) end
        else
            redis.call('HSET', key, 'held', text(redis.call('HGET', key, 'held') - ARGV[1]))
        end
    end";

/// One machine, or several that share a clock.
pub(crate) struct Stage {
    clock: Staged,
    waits: mpsc::UnboundedReceiver<Wait>,
}

/// One who waits.
pub(crate) struct Wait {
    pub(crate) told: Duration,
    over: oneshot::Sender<()>,
}

impl Wait {
    /// Wakes it. How much time has passed is another matter.
    pub(crate) fn over(self) {
        self.over.send(()).unwrap();
    }
}

#[derive(Debug, Clone)]
struct Staged {
    waits: mpsc::UnboundedSender<Wait>,
    passed: Arc<Mutex<Duration>>,
}

#[async_trait]
impl Clock for Staged {
    fn now(&self) -> SystemTime {
        SystemClock.now()
    }

    fn monotonic(&self) -> Duration {
        START + *self.passed.lock().unwrap()
    }

    async fn sleep(&self, told: Duration) {
        if told == TIMEOUT {
            return SystemClock.sleep(told).await;
        }
        if told == Duration::MAX {
            // All the patience there is, which doesn't end.
            return std::future::pending().await;
        }
        let (over, wait) = oneshot::channel();
        self.waits.send(Wait { told, over }).unwrap();
        if wait.await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

impl Stage {
    pub(crate) fn new() -> Self {
        let (sender, waits) = mpsc::unbounded_channel();
        Self { clock: Staged { waits: sender, passed: Arc::default() }, waits }
    }

    /// A machine that fails closed, and whose gates are ten seconds wide.
    pub(crate) fn builder(&self, server: &Server) -> RedisRateLimiterBuilder {
        self.builder_at(server.url())
    }

    pub(crate) fn builder_at(&self, url: String) -> RedisRateLimiterBuilder {
        RedisRateLimiter::builder(url).margin(Duration::from_secs(9)).timeout(TIMEOUT).clock(self.clock.clone())
    }

    pub(crate) fn machine(&self, server: &Server) -> Arc<RedisRateLimiter> {
        Arc::new(self.builder(server).build().unwrap())
    }

    /// The next who waits, once it does.
    pub(crate) async fn waits(&mut self) -> Wait {
        tokio::select! {
            wait = self.waits.recv() => wait.unwrap(),
            () = SystemClock.sleep(HANGS) => panic!("nobody waits"),
        }
    }

    /// Lets time pass. Nobody wakes by that.
    pub(crate) fn pass(&self, server: &Server, time: Duration) {
        self.skip(time);
        redis::cmd("EVAL").arg(AGE).arg(0).arg(micros(time)).exec(&mut server.connect()).unwrap();
    }

    /// Lets time pass here, and not in Redis.
    pub(crate) fn skip(&self, time: Duration) {
        *self.clock.passed.lock().unwrap() += time;
    }

    /// How much time was let pass.
    pub(crate) fn passed(&self) -> Duration {
        *self.clock.passed.lock().unwrap()
    }
}

fn micros(time: Duration) -> u64 {
    time.as_micros().try_into().unwrap()
}

/// The gate of `key()`, open: the second that a new one is held for is over.
pub(crate) async fn open(server: &Server, machine: &RedisRateLimiter) {
    assert!(ask(machine, 1, Duration::ZERO).await.unwrap_err().is_too_late());
    let _: i64 = server.command(&format!("HSET {} held 0", server.key("gate")));
}

pub(crate) fn key() -> RateKey {
    RateKey::new("vod", "2018-07-17", "ManageTask", "vod.tencentcloudapi.com").with_account("AKIDexample")
}

async fn acquire(machine: &RedisRateLimiter, limit: u32, patience: Duration) -> Result<(), RateLimitError> {
    machine.acquire(&key(), NonZeroU32::new(limit).unwrap(), patience).await
}

/// Asks as one who needn't wait, or hasn't the patience to.
pub(crate) async fn ask(machine: &RedisRateLimiter, limit: u32, patience: Duration) -> Result<(), RateLimitError> {
    tokio::select! {
        outcome = acquire(machine, limit, patience) => outcome,
        () = SystemClock.sleep(HANGS) => panic!("it waits"),
    }
}

/// Asks in a task, with all the patience there is.
pub(crate) fn come(machine: &Arc<RedisRateLimiter>, limit: u32) -> JoinHandle<Result<(), RateLimitError>> {
    come_with(machine, limit, Duration::MAX)
}

/// Asks in a task, with this patience.
pub(crate) fn come_with(
    machine: &Arc<RedisRateLimiter>,
    limit: u32,
    patience: Duration,
) -> JoinHandle<Result<(), RateLimitError>> {
    let machine = Arc::clone(machine);
    tokio::spawn(async move { acquire(&machine, limit, patience).await })
}

pub(crate) fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// Whether it is so many seconds, as far as a slow test can tell: it may be later than it thinks.
#[track_caller]
pub(crate) fn about(told: Duration, expected: u64) {
    let latest = seconds(expected) + Duration::from_millis(100);
    assert!(told <= latest && told + SLOW >= seconds(expected), "{told:?} isn't {expected} s");
}

/// Waits for something that happens beside the test.
pub(crate) async fn until(mut happened: impl FnMut() -> bool) {
    for _ in 0..100_000 {
        if happened() {
            return;
        }
        tokio::task::yield_now().await;
    }
    panic!("it doesn't happen");
}
