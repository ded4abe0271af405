//! Futures that are polled by hand.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

/// When a future is dropped after its last poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dropped {
    /// While it waits.
    AtOnce,
    /// When it has been told to go on, and didn't.
    OnceWoken,
}

pub(super) const BOTH: [Dropped; 2] = [Dropped::AtOnce, Dropped::OnceWoken];

/// Polls a future so many times, never without it having been woken, and drops it; its output, if it came to that.
pub(super) async fn polled<F: Future>(future: F, times: usize, dropped: Dropped) -> Option<F::Output> {
    let mut future = pin!(future);
    let woken = Arc::new(Wakes::default());
    let waker = Waker::from(Arc::clone(&woken));
    for time in 1..=times {
        let before = woken.count.load(Ordering::SeqCst);
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            return Some(output);
        }
        if time < times || dropped == Dropped::OnceWoken {
            woken.more_than(before).await;
        }
    }
    None
}

/// Lets others go on, once.
pub(super) async fn give_way() {
    let mut has = false;
    poll_fn(|cx| {
        if std::mem::replace(&mut has, true) {
            return Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

/// Counts how often a future was woken, and passes it on to the test.
#[derive(Default)]
struct Wakes {
    count: AtomicUsize,
    test: Mutex<Option<Waker>>,
}

impl Wakes {
    async fn more_than(&self, count: usize) {
        poll_fn(|cx| {
            *self.test.lock().unwrap() = Some(cx.waker().clone());
            if self.count.load(Ordering::SeqCst) > count { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }
}

impl Wake for Wakes {
    fn wake(self: Arc<Self>) {
        self.count.fetch_add(1, Ordering::SeqCst);
        if let Some(test) = self.test.lock().unwrap().take() {
            test.wake();
        }
    }
}
