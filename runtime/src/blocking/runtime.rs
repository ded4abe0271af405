//! The thread that does the work of connections and timers, and how a caller waits.
//!
//! A call isn't handed over: it is polled on the caller's thread, so that it may borrow, panics and logs as any other
//! function does, and decodes there. What it waits for (sockets, timers, tasks that hyper spawns) is our thread's, so a caller
//! who blocks a runtime's thread doesn't wait for what that very thread would have to do.

use std::cell::Cell;
use std::convert::Infallible;
use std::io;
use std::pin::pin;
use std::process;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;

use tokio::runtime::{Builder, EnterGuard, Handle};
use tokio::sync::oneshot;

use crate::error::Error;

thread_local! {
    /// Whether who blocks here would wait for himself.
    static NO_BLOCKING: Cell<bool> = const { Cell::new(false) };
}

/// A runtime of a thread of its own, which ends with the last of its handles.
#[derive(Debug, Clone)]
pub(super) struct Runtime(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    handle: Handle,
    /// The thread ends when this is dropped. Nobody waits for that, so a client can be dropped anywhere.
    _alive: oneshot::Sender<Infallible>,
    /// Where the thread is: a forked process has none.
    process: u32,
}

impl Runtime {
    /// # Errors
    ///
    /// The system gives no thread, or nothing to wait for sockets with.
    pub(super) fn start() -> Result<Self, Error> {
        let unstarted = |error| Error::config(format!("the thread of the blocking client can't be started: {error}"));
        Self::of_process(process::id()).map_err(unstarted)
    }

    fn of_process(process: u32) -> io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let handle = runtime.handle().clone();
        let (alive, ended) = oneshot::channel();
        thread::Builder::new().name("tencent-action".to_owned()).spawn(move || {
            NO_BLOCKING.set(true);
            // It can't but fail, when the sender is dropped.
            let _ = runtime.block_on(ended);
        })?;
        Ok(Self(Arc::new(Inner { handle, _alive: alive, process })))
    }

    /// Drives a future to its end on this thread, be it a thread of another runtime.
    ///
    /// # Errors
    ///
    /// Those of [`check`](Self::check). The future isn't polled then.
    pub(super) fn block_on<F: Future>(&self, future: F) -> Result<F::Output, Error> {
        self.check()?;
        self.drive(future, Ok(()))
    }

    /// The same, but a future that needn't wait comes to its end anywhere.
    pub(super) fn block_on_any<F: Future>(&self, future: F) -> Result<F::Output, Error> {
        self.drive(future, self.check())
    }

    fn drive<F: Future>(&self, future: F, may_wait: Result<(), Error>) -> Result<F::Output, Error> {
        let _inside = self.enter();
        // A task of another runtime has a budget of polls, which it gets anew only when it yields, and here it never does.
        let mut future = pin!(tokio::task::unconstrained(future));
        let signal = Arc::new(Signal::default());
        let waker = Waker::from(Arc::clone(&signal));
        let mut cx = Context::from_waker(&waker);
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return Ok(output);
        }
        may_wait?;
        loop {
            signal.wait();
            if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
                return Ok(output);
            }
        }
    }

    /// Has timers, sockets and tasks be those of our thread. What has begun must be dropped in there too: hyper may spawn
    /// when a connection is given back.
    pub(super) fn enter(&self) -> EnterGuard<'_> {
        self.0.handle.enter()
    }

    /// The same for a destructor. One of a thread-local value may run when a thread can enter no runtime any more.
    pub(super) fn enter_at_last(&self) -> Option<EnterGuard<'_>> {
        let is_too_late = Handle::try_current().is_err_and(|error| error.is_thread_local_destroyed());
        (!is_too_late).then(|| self.enter())
    }

    /// Whether a call that blocks here can come to an end.
    ///
    /// # Errors
    ///
    /// - This is our own thread, or a source of credentials asked by a blocking client.
    /// - This process was forked, and our thread stayed behind.
    pub(super) fn check(&self) -> Result<(), Error> {
        if NO_BLOCKING.get() {
            let message = "a blocking client was called from a source of credentials, or a task, of a blocking client, which \
                           would wait for itself; use `tencent_action::Client` there";
            return Err(Error::config(message));
        }
        if self.0.process != process::id() {
            let message = "the blocking client is of the process that this one was forked from; build another";
            return Err(Error::config(message));
        }
        Ok(())
    }
}

/// Says, while it lives, that who blocks here would wait for himself.
pub(super) struct NoBlocking {
    before: bool,
}

impl NoBlocking {
    pub(super) fn here() -> Self {
        Self { before: NO_BLOCKING.replace(true) }
    }
}

impl Drop for NoBlocking {
    fn drop(&mut self) {
        NO_BLOCKING.set(self.before);
    }
}

/// Not `thread::park`: its token may be meant for somebody else on this thread.
#[derive(Default)]
struct Signal {
    woken: Mutex<bool>,
    changed: Condvar,
}

impl Signal {
    fn wait(&self) {
        let mut woken = self.woken();
        while !*woken {
            woken = self.changed.wait(woken).unwrap_or_else(PoisonError::into_inner);
        }
        *woken = false;
    }

    fn woken(&self) -> MutexGuard<'_, bool> {
        self.woken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Wake for Signal {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        *self.woken() = true;
        self.changed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use super::Runtime;

    #[test]
    fn a_forked_process_waits_for_nothing() {
        let runtime = Runtime::of_process(0).unwrap();
        let error = runtime.block_on(ready(())).unwrap_err();
        assert!(error.to_string().contains("forked"), "{error}");
        assert!(runtime.block_on_any(pending::<()>()).is_err());
        runtime.block_on_any(ready(())).unwrap();
    }

    #[test]
    fn a_thread_that_others_wait_for_waits_for_nothing() {
        let runtime = Runtime::start().unwrap();
        let inside = runtime.clone();
        let outcome = runtime.block_on(async { tokio::spawn(async move { inside.block_on(ready(())) }).await });
        let error = outcome.unwrap().unwrap().unwrap_err();
        assert!(error.to_string().contains("would wait for itself"), "{error}");
    }
}
