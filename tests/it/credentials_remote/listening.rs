//! Who is told something by a client may ask that client in turn.

use std::cell::Cell;
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::task::{Context, Waker};
use std::thread;
use std::time::Duration;

use tencent_action::Client;
use tokio::runtime::Builder;
use tracing::{Event, Metadata, Subscriber, span};

use super::{Scripted, key_until};
use crate::credentials_local::Deaf;
use crate::support::{ManageTask, Recorder, Recording, client};

/// After which a test that would hang fails.
const HANGS: Duration = Duration::from_secs(30);

thread_local! {
    static ASKING: Cell<bool> = const { Cell::new(false) };
}

/// Asks a client for its credential whenever it is told something, unless that is by its own asking.
struct Asks {
    client: Client,
    asked: Arc<AtomicUsize>,
}

impl Subscriber for Asks {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, _: &Event<'_>) {
        if ASKING.replace(true) {
            return;
        }
        let _answer = pin!(self.client.credential()).poll(&mut Context::from_waker(Waker::noop()));
        self.asked.fetch_add(1, Ordering::SeqCst);
        ASKING.set(false);
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

#[test]
fn a_log_that_uses_the_client_ends() {
    // See `Events::listen`.
    drop(tracing::subscriber::set_global_default(Deaf));
    let (done, ends) = mpsc::channel();
    thread::spawn(move || {
        let source = Scripted::new(|time| async move { Ok(Some(key_until(time, 3600))) });
        let recorder = Recorder::answering(r#"{"Response":{"RequestId":"r"}}"#);
        let client = client().credentials(source).transport(Recording(recorder)).build().unwrap();
        let asks = Asks { client: client.clone(), asked: Arc::default() };
        let asked = Arc::clone(&asks.asked);
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        tracing::subscriber::with_default(asks, || runtime.block_on(ManageTask::abort("t").send(&client)).unwrap());
        done.send(asked.load(Ordering::SeqCst)).unwrap();
    });
    assert!(ends.recv_timeout(HANGS).expect("it hangs") > 0);
}
