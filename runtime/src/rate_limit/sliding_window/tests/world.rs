//! A limiter with those who wait at it, each a task, and when each was let go.

use std::pin::Pin;

use tokio::task::{JoinHandle, yield_now};

use super::*;

pub(super) fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

pub(super) async fn sleep(duration: Duration) {
    SystemClock.sleep(duration).await;
}

/// Polls a future once. Whether it waits.
pub(super) async fn waits<F: Future>(mut future: Pin<&mut F>) -> bool {
    poll_fn(|cx| Poll::Ready(future.as_mut().poll(cx).is_pending())).await
}

pub(super) fn nonzero(limit: u32) -> NonZeroU32 {
    NonZeroU32::new(limit).unwrap()
}

pub(super) fn key(action: &str) -> RateKey {
    RateKey::new("vod", "2018-07-17", action, "vod.tencentcloudapi.com").with_account("AKID")
}

pub(super) struct World {
    pub(super) limiter: Arc<SlidingWindow>,
    pub(super) key: RateKey,
    limit: NonZeroU32,
    begin: Instant,
    waiters: Mutex<Vec<JoinHandle<()>>>,
    went: Arc<Mutex<Vec<(usize, Duration)>>>,
}

impl World {
    pub(super) fn new(limit: u32) -> Self {
        Self {
            limiter: Arc::default(),
            key: key("ManageTask"),
            limit: nonzero(limit),
            begin: Instant::now(),
            waiters: Mutex::default(),
            went: Arc::default(),
        }
    }

    pub(super) fn now(&self) -> Duration {
        self.begin.elapsed()
    }

    /// So many arrive, one after another, and time stands still.
    pub(super) async fn arrive(&self, count: usize) {
        for _ in 0..count {
            let (limiter, key, limit) = (Arc::clone(&self.limiter), self.key.clone(), self.limit);
            let (begin, went) = (self.begin, Arc::clone(&self.went));
            let name = self.waiters.lock().unwrap().len();
            let waiter = tokio::spawn(async move {
                limiter.acquire(&key, limit, Duration::MAX).await.unwrap();
                went.lock().unwrap().push((name, begin.elapsed()));
            });
            self.waiters.lock().unwrap().push(waiter);
            yield_now().await;
        }
    }

    /// The one who came as this goes away, if it waits.
    pub(super) fn cancel(&self, name: usize) {
        self.waiters.lock().unwrap()[name].abort();
    }

    /// Who went when.
    pub(super) fn log(&self) -> Vec<(usize, Duration)> {
        self.went.lock().unwrap().clone()
    }

    /// When they went, in that order.
    pub(super) fn went(&self) -> Vec<Duration> {
        self.log().into_iter().map(|(_, at)| at).collect()
    }
}

/// The most that went in any second.
pub(super) fn most_in_a_second(went: &[Duration]) -> usize {
    let in_second = |from: Duration| went.iter().filter(|at| from <= **at && **at < from + ms(1000)).count();
    went.iter().map(|from| in_second(*from)).max().unwrap_or_default()
}
