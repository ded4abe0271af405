//! What a test tells the cloud to do wrong.

use std::iter::once;
use std::sync::atomic::Ordering;

use super::cloud::FakeCloud;
use super::fault::Fault;
use super::received::Received;

impl FakeCloud {
    /// Has the next request meet a fault: after those, if there are any, that have been said before.
    ///
    /// The module has [an example](super#when-things-go-wrong).
    pub fn fault(&self, fault: Fault) -> &Self {
        self.faults(once(Some(fault)))
    }

    /// Says what befalls the next requests, one after the other, in the order in which they come: a fault, or nothing. It
    /// may go on without end.
    ///
    /// ```
    /// # use tencent_action::fake::{FakeCloud, Fault};
    /// # let cloud = FakeCloud::in_process();
    /// // The second request is lost, and the token is refused three times.
    /// cloud.faults([None, Some(Fault::reset())]);
    /// cloud.faults(std::iter::repeat_n(Some(Fault::expired_token()), 3));
    /// ```
    pub fn faults<I>(&self, faults: I) -> &Self
    where
        I: IntoIterator<Item = Option<Fault>, IntoIter: Send + 'static>,
    {
        self.core.schedule.add(Box::new(faults.into_iter()));
        self
    }

    /// Decides for each request that has no turn of [`faults`](Self::faults). Another rule replaces it.
    ///
    /// The rule knows all about a request but how it ends, and also sees those that will be refused.
    ///
    /// ```
    /// # use tencent_action::fake::{FakeCloud, Fault};
    /// # let cloud = FakeCloud::in_process();
    /// // Every twentieth request of an action.
    /// let mut count = 0;
    /// cloud.fault_when(move |received| {
    ///     count += usize::from(received.action == "ManageTask");
    ///     (received.action == "ManageTask" && count % 20 == 0).then(Fault::reset)
    /// });
    /// ```
    pub fn fault_when(&self, rule: impl FnMut(&Received) -> Option<Fault> + Send + 'static) -> &Self {
        self.core.schedule.set_rule(Box::new(rule));
        self
    }

    /// Lets all be well again: drops what is left of [`faults`](Self::faults), and the rule of
    /// [`fault_when`](Self::fault_when).
    pub fn no_faults(&self) -> &Self {
        self.core.schedule.clear();
        self
    }

    /// Lets so many requests of an action pass in a second, and answers the others with `RequestLimitExceeded`.
    ///
    /// It counts as the real gateway does (product/1278/109059): by action, host and account, by the time at which
    /// requests arrive, and the first ones of each second pass. Each secret id is an account here. A second is one of the
    /// cloud's clock, so twice the limit can pass around the turn from one to the next. Refused requests are counted into
    /// the number that the message tells; they don't prolong the refusal. Requests that fail before that, for their
    /// signature, aren't counted; those that meet a [`Fault`] are.
    ///
    /// Another limit for the action replaces this one; `u32::MAX` is none.
    pub fn throttle(&self, service: &str, action: &str, per_second: u32) -> &Self {
        self.core.throttle.limit(service, action, per_second);
        self
    }

    /// Sets the cloud's time so many seconds ahead of its clock, or behind it, from now on. It shows in the `Date` header
    /// of answers, and `AuthFailure.SignatureExpire` goes by it. Waits and [`Received::arrived`] don't.
    ///
    /// ```
    /// # use tencent_action::fake::FakeCloud;
    /// # use tencent_action::{Empty, tencent_action};
    /// # #[tencent_action(service = "vod", version = "2018-07-17")]
    /// # struct ManageTask;
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let cloud = FakeCloud::in_process();
    /// # cloud.on(|_: ManageTask| Ok(Empty));
    /// # let client = cloud.client().build()?;
    /// cloud.skew(-299);
    /// ManageTask.send(&client).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn skew(&self, seconds: i64) -> &Self {
        self.core.skew.store(seconds, Ordering::Relaxed);
        self
    }
}
