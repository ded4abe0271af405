//! Waiting until something is done: an action is polled until its reply says so.

mod error;
mod future;
mod interval;
mod progress;
mod rounds;
mod verdict;

pub use self::error::WaitError;
pub use self::progress::WaitProgress;
pub use self::verdict::Verdict;

use std::fmt;
use std::time::Duration;

use self::interval::Interval;
use self::progress::Seen;
use self::rounds::Rounds;
use crate::call::Call;
use crate::error::Error;
use crate::response::Reply;

/// How long a wait may take if nobody says.
const TIMEOUT: Duration = Duration::from_secs(30 * 60);

/// A wait: a future of the first [`Reply`] that says that it's over.
///
/// [`Call::until`] makes one. It borrows nothing, and does nothing before it is polled; dropped, it sends no more. Time runs
/// from the first poll of the future. [The guide](crate::guide::waiting) has examples.
#[must_use = "a wait does nothing until it is awaited"]
pub struct Until<T, F, P = fn(WaitProgress<'_, T>)> {
    state: State,
    settings: Settings,
    judge: F,
    on_progress: P,
    seen: Seen<T>,
}

/// What a wait is told.
struct Settings {
    interval: Interval,
    timeout: Duration,
    max_failures: Option<u32>,
    tolerance: Option<Tolerance>,
}

/// What isn't fatal, and how long.
struct Tolerance {
    time: Duration,
    errors: Box<dyn Fn(&Error) -> bool + Send + Sync>,
}

enum State {
    Going(Box<Rounds>),
    /// The call can't be made. That is told when the wait is polled.
    Faulty(Error),
    Over,
}

impl<T> Call<Reply<T>> {
    /// Makes this call again and again, until its reply says that what it tells of is done.
    ///
    /// `judge` looks at each reply and gives a [`Verdict`], or a `bool`, if it knows nothing but done and not yet. The
    /// calls are alike: with the region, the endpoint and the language that this one was given, and with its
    /// [`timeout`](Self::timeout), which is that of one call, not of the wait. They count as idempotent, since whoever
    /// polls calls again in any case. The first goes at once. None goes before its turn by the action's rate limit.
    ///
    /// # Example
    ///
    /// ```
    /// # use tencent_action::fake::FakeCloud;
    /// use std::time::Duration;
    /// use tencent_action::{tencent_action, tencent_data};
    ///
    /// #[tencent_action(service = "cvm", version = "2017-03-12", response = Images)]
    /// struct DescribeImages {
    ///     image_ids: Vec<String>,
    /// }
    ///
    /// #[tencent_data]
    /// struct Images {
    ///     image_set: Vec<Image>,
    /// }
    ///
    /// #[tencent_data]
    /// struct Image {
    ///     image_state: String,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let cloud = FakeCloud::in_process();
    /// # cloud.on(|_: DescribeImages| Ok(Images { image_set: vec![Image { image_state: "NORMAL".into() }] }));
    /// # let client = cloud.client().build()?;
    /// let request = DescribeImages { image_ids: vec!["img-1".into()] };
    /// let images = request
    ///     .send(&client)
    ///     .region("ap-guangzhou")
    ///     .until(|images| images.image_set.iter().all(|image| image.image_state == "NORMAL"))
    ///     .interval(Duration::from_secs(10))
    ///     .timeout(Duration::from_secs(600))
    ///     .await?;
    /// assert_eq!(images.image_set.len(), 1);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Awaiting it fails, with the last reply in the error,
    ///
    /// - if a reply is [`Verdict::Failed`];
    /// - at the [deadline of the wait](Until::timeout);
    /// - if a call fails with what [won't pass](Error::is_retryable), isn't [tolerated](Until::tolerate), or has come
    ///   [too often](Until::max_failures). What passes is waited out.
    pub fn until<F, V>(self, judge: F) -> Until<T, F>
    where
        F: FnMut(&Reply<T>) -> V,
        V: Into<Verdict>,
    {
        let state = match self.idempotent(true).into_parts() {
            Ok((client, call)) => State::Going(Box::new(Rounds::new(client, call))),
            Err(error) => State::Faulty(error),
        };
        let interval = Interval::default();
        Until {
            state,
            settings: Settings { interval, timeout: TIMEOUT, max_failures: None, tolerance: None },
            judge,
            on_progress: |_| {},
            seen: Seen::default(),
        }
    }
}

impl<T, F, P> Until<T, F, P> {
    /// How long to wait from one answer to the next call. The default is 5 seconds.
    ///
    /// It varies at random, see [`jitter`](Self::jitter), and is never shorter than a millisecond.
    pub fn interval(mut self, interval: Duration) -> Self {
        self.settings.interval.first = interval;
        self
    }

    /// Lets the interval grow by this factor with each call, up to the longest. By default it stays as it is.
    ///
    /// A factor that is below 1, or not a number, is 1.
    pub fn growing(mut self, factor: f64, longest: Duration) -> Self {
        (self.settings.interval.factor, self.settings.interval.longest) = (factor, longest);
        self
    }

    /// By which part an interval may be shorter or longer than it is said to be, so that those who began together don't
    /// call together. The default is 0.1: ten per cent. It is from 0 to 1; what is beyond is the nearest of these.
    pub fn jitter(mut self, part: f64) -> Self {
        self.settings.interval.jitter = part;
        self
    }

    /// How long the wait may take, all in all. The default is 30 minutes.
    ///
    /// The last interval is cut short, so that the last call goes a second ahead of the deadline, or the interval ahead
    /// if that is shorter; in a wait of less than two seconds, in the middle of it. A call that is under way at the
    /// deadline is dropped.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    /// Gives up when so many calls in a row have failed, although what they failed with may pass. By default the deadline
    /// alone ends that.
    ///
    /// Each call is tried as the [`RetryPolicy`](crate::RetryPolicy) says before it has failed.
    pub fn max_failures(mut self, failures: u32) -> Self {
        self.settings.max_failures = Some(failures);
        self
    }

    /// Waits out errors of this kind too, in the first `time` of the wait: what was started a moment ago may not be known
    /// everywhere yet.
    ///
    /// ```
    /// # use std::time::Duration;
    /// # use tencent_action::{Client, Error};
    /// # async fn started(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    /// # let parameters = serde_json::json!({});
    /// let call = client.call_json("vod", "2018-07-17", "DescribeTaskDetail", &parameters);
    /// call.until(|detail| detail["Status"] == "FINISH").tolerate(Duration::from_secs(30), Error::is_not_found).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn tolerate(mut self, time: Duration, errors: impl Fn(&Error) -> bool + Send + Sync + 'static) -> Self {
        self.settings.tolerance = Some(Tolerance { time, errors: Box::new(errors) });
        self
    }

    /// Calls this with each [progress](WaitProgress): after each call that isn't the last.
    pub fn on_progress<P2: FnMut(WaitProgress<'_, T>)>(self, on_progress: P2) -> Until<T, F, P2> {
        let Self { state, settings, judge, seen, .. } = self;
        Until { state, settings, judge, on_progress, seen }
    }
}

/// Nothing in it is pinned.
impl<T, F, P> Unpin for Until<T, F, P> {}

impl Settings {
    /// Whether to wait an error out that comes so late, after so many others in a row.
    fn passes(&self, error: &Error, elapsed: Duration, failures: u32) -> bool {
        let is_tolerated = |tolerance: &Tolerance| elapsed < tolerance.time && (tolerance.errors)(error);
        let tolerated = self.tolerance.as_ref().is_some_and(is_tolerated);
        let too_often = self.max_failures.is_some_and(|most| failures.saturating_add(1) >= most);
        (tolerated || error.is_retryable()) && !too_often
    }
}

impl<T, F, P> fmt::Debug for Until<T, F, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Until").finish_non_exhaustive()
    }
}
