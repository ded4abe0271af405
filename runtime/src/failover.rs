//! Other hosts for the same calls, for when one fails.

mod alternate;
mod breakers;
mod breaker;
mod home;
mod permit;
mod place;
#[cfg(test)]
mod tests;

pub(crate) use self::breakers::Breakers;
pub(crate) use self::home::Home;
pub(crate) use self::permit::Permit;

use std::time::Duration;

use self::breaker::Rule;

/// Other hosts that a client goes to when one fails, and what counts as failing.
///
/// Without it, which is the default, a client goes to one host and no other. With it, a client goes to the first host that
/// works, in this order: the one that [site, domain and region](crate::ClientBuilder::site) or an
/// [endpoint](crate::ClientBuilder::endpoint) give, then those named here. Each attempt is signed for the host that it goes
/// to. A call that has [an endpoint of its own](crate::Call::endpoint) goes there and nowhere else.
///
/// # Example
///
/// ```
/// use std::time::Duration;
/// use tencent_action::{Client, Failover, Site};
///
/// // The region's own access point, for when the nearest one fails.
/// let other = Failover::new().endpoint("https://{service}.ap-guangzhou.tencentcloudapi.com");
/// let client = Client::builder()
///     .site(Site::Mainland)
///     .region("ap-guangzhou")
///     .failover(other.after_failures(3).pause(Duration::from_secs(30)))
///     .build()?;
/// # Ok::<(), tencent_action::Error>(())
/// ```
///
/// # What is never left
///
/// A request goes to another site, another region or into or out of a finance zone (`…-fsi`) only if the program says so by
/// its site and region, never because a host fails. A host of the vendor shows by its labels where it is, so one that is
/// elsewhere than the client is an error when the client is built; and for a call with [another
/// region](crate::Call::region) of its own, hosts that aren't of that region are left out. A host that isn't the vendor's is
/// yours: it may be named, and where it leads is for you to know.
///
/// # When a host counts as failing
///
/// Each host has a circuit breaker, which all clones of a client share:
///
/// | the breaker is | until | the host is chosen |
/// |---|---|---|
/// | closed | so many attempts in a row [failed](Self::after_failures) | in its turn |
/// | open | its [pause](Self::pause) is over | if no other lets calls through |
/// | half-open | the one attempt that it lets through is answered, and closes it; or fails, and opens it for twice the pause | by one attempt; by another when the time of its call is up |
///
/// An attempt fails by its host if no connection comes about or one breaks, if no answer comes in time, or if what answers
/// isn't the API: a gateway's web page, a cut or empty body. An error of the API is an answer; a host that throttles or
/// refuses works. So does one that answers with a status from 400 to 499, which is about the request. An attempt that is
/// dropped says nothing.
///
/// No call fails because of a breaker. If none lets it through, it goes where the pause ends first, of the hosts at
/// which it has failed least often itself; and if it is answered there, that breaker closes.
///
/// # Within one call
///
/// What is tried again, and how often, is as without failover: what may have run isn't sent to another host either, unless it
/// is [idempotent](crate::Error::is_retryable). After a host failed, another attempt goes to a host at which this call hasn't
/// failed yet, if there is one whose breaker lets it; and then at once, since the [wait](crate::RetryPolicy) is for a host
/// that has been asked already. With [`RetryPolicy::never`](crate::RetryPolicy::never), the hosts change from call to call only.
#[derive(Debug, Clone)]
#[must_use = "a policy does nothing until a client has it"]
pub struct Failover {
    endpoints: Vec<String>,
    rule: Rule,
}

/// No other hosts yet; 5 failures in a row; pauses of 10 seconds to 5 minutes.
impl Default for Failover {
    fn default() -> Self {
        let (pause, longest_pause) = (Duration::from_secs(10), Duration::from_secs(300));
        Self { endpoints: Vec::new(), rule: Rule { failures: 5, pause, longest_pause } }
    }
}

impl Failover {
    /// No other hosts yet, which is an error of [`build`](crate::ClientBuilder::build): name one at least.
    pub fn new() -> Self {
        Self::default()
    }

    /// Goes there too, after those named before: `https://host`, with a port if it needs one.
    ///
    /// `{service}` in it stands for the service that is called. A host of the vendor is used for the service that its first
    /// label says, and for its domain: one with an `ai` label for calls in that [domain](crate::Domain::Ai), one without for
    /// the others. Plain http is for loopback only, unless the client
    /// [allows it](crate::ClientBuilder::allow_plain_http).
    pub fn endpoint(mut self, endpoint: impl Into<String>) -> Self {
        self.endpoints.push(endpoint.into());
        self
    }

    /// How many attempts in a row must fail by a host to open its breaker; 0 counts as 1. The default is 5.
    ///
    /// They are counted in a row, and not as a share of all in some time: that needs no traffic to mean something, and a host
    /// that fails now and then is what trying again is for.
    pub fn after_failures(mut self, failures: u32) -> Self {
        self.rule.failures = failures.max(1);
        self
    }

    /// How long a breaker stays open at first. It doubles each time when it is over and the host still fails. The default is
    /// 10 seconds.
    pub fn pause(mut self, pause: Duration) -> Self {
        self.rule.pause = pause;
        self
    }

    /// The longest that a breaker stays open before the host is asked again. The default is 5 minutes.
    pub fn longest_pause(mut self, pause: Duration) -> Self {
        self.rule.longest_pause = pause;
        self
    }
}

/// What an attempt says about the host that it went to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Health {
    /// The host works, whatever it answered.
    Works,
    /// The host, or the way to it, is at fault.
    Fails,
    /// Nothing: it never came to that.
    Unknown,
}
