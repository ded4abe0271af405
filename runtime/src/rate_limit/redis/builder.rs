//! What a limiter on Redis is told.

use std::fmt;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use redis::{Client, IntoConnectionInfo, RedisResult};

use super::link::Link;
use super::shared::Shared;
use super::{RedisRateLimiter, WithoutRedis};
use crate::clock::{Clock, SystemClock};
use crate::error::Error;
use crate::rate_limit::SlidingWindow;

const SECOND: Duration = Duration::from_secs(1);
/// The script takes what is held for longer than a minute for the work of a clock that was set back.
const WIDEST_MARGIN: Duration = Duration::from_secs(30);

/// Sets up a [`RedisRateLimiter`].
#[must_use = "a builder does nothing until `.build()`"]
pub struct RedisRateLimiterBuilder {
    url: String,
    prefix: String,
    account: Option<String>,
    margin: Duration,
    timeout: Duration,
    open: bool,
    machines: u32,
    clock: Arc<dyn Clock>,
}

impl RedisRateLimiterBuilder {
    pub(super) fn new(url: String) -> Self {
        Self {
            url,
            prefix: "tencent-action".to_owned(),
            account: None,
            margin: Duration::from_millis(50),
            timeout: SECOND,
            open: false,
            machines: 1,
            clock: Arc::new(SystemClock),
        }
    }

    /// While Redis can't be asked, fails calls, and sends nothing: the limit is kept at any price. This is the default.
    pub fn fail_closed(mut self) -> Self {
        self.open = false;
        self
    }

    /// While Redis can't be asked, lets this process keep the limit by itself, as a [`SlidingWindow`] does: calls go on, at
    /// the price that as many processes as there are each send up to the limit. [`machines`](Self::machines) makes it less.
    pub fn fail_open(mut self) -> Self {
        self.open = true;
        self
    }

    /// How many processes share the limit: each keeps to its part of it, and to one request a second at least, while it
    /// [fails open](Self::fail_open). 1 unless said otherwise; 0 is an error of [`build`](Self::build).
    pub fn machines(mut self, machines: u32) -> Self {
        self.machines = machines;
        self
    }

    /// Counts all requests as those of one account, under this name, whatever credential signs them.
    ///
    /// Without it, requests count by secret id. But machines whose credentials come from a role have secret ids of their
    /// own, and new ones after each renewal. They share a limit only if they say that they do.
    pub fn account(mut self, name: impl Into<String>) -> Self {
        self.account = Some(name.into());
        self
    }

    /// What the names of the keys in Redis begin with, `tencent-action` by default: for several fleets on one Redis. Braces
    /// aren't allowed in it, since they say where a key lives in a cluster.
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// How much the ways of two requests to the cloud may differ: 50 ms unless said otherwise, at most 30 s.
    ///
    /// So much more than a second lies between a request and the one that is `limit` ahead of it: the wider the margin, the
    /// safer and the slower. With 50 ms, some 94% of a limit can be had.
    pub fn margin(mut self, margin: Duration) -> Self {
        self.margin = margin;
        self
    }

    /// How long Redis may take to be connected to, and then to answer: a second each unless said otherwise.
    ///
    /// A call whose deadline is shorter ends before it can be told that Redis doesn't answer, and doesn't
    /// [fail open](Self::fail_open).
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Waits on this clock, and not on the system's. What the time is, Redis says.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Makes the limiter. Redis is connected to when it is first asked.
    ///
    /// # Errors
    ///
    /// - The URL can't be read, or has a scheme that isn't compiled in.
    /// - The prefix has braces, there are 0 machines, or the margin is too wide.
    pub fn build(self) -> Result<RedisRateLimiter, Error> {
        if self.prefix.contains(['{', '}']) {
            return Err(Error::config(
                "the prefix of keys in Redis has braces, which say where a key lives in a cluster",
            ));
        }
        if self.margin > WIDEST_MARGIN {
            return Err(Error::config(format!("a margin of {:?} is wider than {WIDEST_MARGIN:?}", self.margin)));
        }
        let Some(machines) = NonZeroU32::new(self.machines) else {
            return Err(Error::config("a limit can't be shared by 0 machines: say 1 or more"));
        };
        let client = client(self.url)?;
        let link = Link::new(client, Arc::clone(&self.clock), self.timeout);
        Ok(RedisRateLimiter {
            shared: Arc::new(Shared::new(link, SECOND + self.margin, &self.clock)),
            prefix: self.prefix,
            account: self.account,
            without_redis: if self.open { WithoutRedis::Alone { machines } } else { WithoutRedis::Fail },
            alone: SlidingWindow::on(Arc::clone(&self.clock)),
            clock: self.clock,
        })
    }
}

/// The client of a URL. What the library says of one names no part of it; neither do we, since any may be a password.
fn client(url: String) -> Result<Client, Error> {
    let open = || -> RedisResult<_> {
        let info = url.into_connection_info()?;
        // Requests are small, and none should wait for the answer to another.
        let tcp = info.tcp_settings().clone().set_nodelay(true);
        Client::open(info.set_tcp_settings(tcp))
    };
    open().map_err(|error| Error::config(format!("the URL of Redis can't be used: {}", error.category())))
}

/// Without the URL, in which there may be a password.
impl fmt::Debug for RedisRateLimiterBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisRateLimiterBuilder").field("prefix", &self.prefix).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(builder: RedisRateLimiterBuilder) -> String {
        builder.build().unwrap_err().to_string()
    }

    #[test]
    fn what_cannot_be_is_said_before_anything_is_called() {
        let new = || RedisRateLimiter::builder("redis://10.0.0.5");
        assert!(fault(new().prefix("a{b}")).contains("braces"));
        assert!(fault(new().machines(0)).contains("0 machines"));
        assert!(fault(new().margin(Duration::MAX)).contains("wider than 30s"));
        assert!(new().build().is_ok());
    }

    #[test]
    fn no_part_of_a_url_is_shown() {
        for url in ["hunter2", "redis://user:hunter2@", "ftp://user:hunter2@host", "redis://:hunter2@host:99999/x", ""]
        {
            let builder = RedisRateLimiter::builder(url);
            let debug = format!("{builder:?}");
            let shown = debug + &fault(builder);
            assert!(shown.contains("the URL of Redis can't be used: ") && !shown.contains("hunter2"), "{shown}");
        }
        let limiter = RedisRateLimiter::builder("redis://user:hunter2@host/0").build().unwrap();
        assert_eq!(format!("{limiter:?}"), r#"RedisRateLimiter { redis: "host:6379", .. }"#);
    }
}
