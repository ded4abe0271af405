//! What can't work is an error, and what breaks leaves the client as it was.

use std::borrow::Cow;
use std::convert::Infallible;
use std::fmt;
use std::future::pending;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::task::{Context, Poll};

use async_trait::async_trait;
use bytes::Bytes;
use futures_core::Stream;
use http::{Request, Response};
use tencent_action::blocking::Client;
use tencent_action::{CachedCredentials, Credential, CredentialError, ProvideCredential, bulk};

use super::{abort, builder};
use crate::support::{ManageTask, credential};

const REPLY: &str = r#"{"Response":{"RequestId":"r"}}"#;

/// A source that calls with the very client that asks it: at once, or in a task of the client's thread.
#[derive(Debug)]
struct CallsBack {
    client: Arc<OnceLock<Client>>,
    spawns: bool,
    asked: AtomicBool,
}

#[async_trait]
impl ProvideCredential for CallsBack {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        assert!(!self.asked.swap(true, Ordering::SeqCst), "it is asked from within, which has no end");
        let client = self.client.get().unwrap().clone();
        let outcome =
            if self.spawns { tokio::spawn(async move { abort(&client) }).await.unwrap() } else { abort(&client) };
        outcome.map(|_| None).map_err(|error| CredentialError::new(error.to_string()))
    }

    fn looks_at(&self) -> Cow<'static, str> {
        "a source that calls back".into()
    }
}

/// A source that calls back, which a client has in this way, is told that it can't.
fn calls_back<P: ProvideCredential>(way: fn(CallsBack) -> P) {
    for spawns in [false, true] {
        let cell = Arc::new(OnceLock::new());
        let source = CallsBack { client: Arc::clone(&cell), spawns, asked: AtomicBool::new(false) };
        let client = builder().credentials(way(source)).build_blocking().unwrap();
        cell.set(client.clone()).unwrap();
        let error = abort(&client).unwrap_err();
        assert!(error.is_credential(), "{error}");
        assert!(error.to_string().contains("vod ManageTask: a blocking client was called from"), "{error}");
    }
}

#[test]
fn a_source_of_credentials_that_calls_back_is_told() {
    calls_back(|source| source);
}

#[test]
fn a_cached_source_that_calls_back_is_told() {
    calls_back(CachedCredentials::new);
}

/// It may use the one that doesn't block.
#[derive(Debug)]
struct Asks(tencent_action::Client);

#[async_trait]
impl ProvideCredential for Asks {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        let parameters = serde_json::json!({});
        let call = self.0.call_json("vod", "2018-07-17", "Any", &parameters);
        call.await.map(|_| Some(credential())).map_err(|error| CredentialError::new(error.to_string()))
    }

    fn looks_at(&self) -> Cow<'static, str> {
        "another client".into()
    }
}

#[test]
fn a_source_of_credentials_may_call_without_blocking() {
    let answer = |_: Request<Bytes>| async { Ok::<_, Infallible>(Response::new(REPLY)) };
    let other = builder().transport(answer).build().unwrap();
    let client = builder().credentials(Asks(other)).transport(answer).build_blocking().unwrap();
    assert_eq!(abort(&client).unwrap(), "r");
}

#[test]
fn a_panic_is_the_callers_and_leaves_the_client_whole() {
    let broken = Arc::new(AtomicBool::new(true));
    let breaks = Arc::clone(&broken);
    let transport = move |_: Request<Bytes>| {
        let breaks = breaks.load(Ordering::SeqCst);
        async move {
            assert!(!breaks, "the transport is broken");
            Ok::<_, Infallible>(Response::new(REPLY))
        }
    };
    let client = builder().transport(transport).build_blocking().unwrap();
    let panic = catch_unwind(AssertUnwindSafe(|| abort(&client))).unwrap_err();
    assert_eq!(panic.downcast_ref::<&str>(), Some(&"the transport is broken"));
    broken.store(false, Ordering::SeqCst);
    assert_eq!(abort(&client).unwrap(), "r");
    let stats = client.stats();
    assert_eq!((stats.cancelled, stats.succeeded), (1, 1));
}

/// What it is told when it is asked, with no more than a name for it.
type Tells = Box<dyn FnOnce() -> Vec<String> + Send>;

/// A source that goes on with a run of calls, where nobody may wait for them.
struct GoesOn {
    run: Mutex<Option<Tells>>,
    told: Arc<Mutex<Vec<String>>>,
}

impl fmt::Debug for GoesOn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("GoesOn")
    }
}

#[async_trait]
impl ProvideCredential for GoesOn {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        let run = self.run.lock().unwrap().take();
        self.told.lock().unwrap().extend(run.into_iter().flat_map(|tells| tells()));
        Ok(None)
    }

    fn looks_at(&self) -> Cow<'static, str> {
        "a source that goes on with a run".into()
    }
}

/// What is told by a run that a source goes on with.
fn told_from_a_source(tells: impl FnOnce() -> Vec<String> + Send + 'static) -> Vec<String> {
    let told = Arc::new(Mutex::new(Vec::new()));
    let source = GoesOn { run: Mutex::new(Some(Box::new(tells))), told: Arc::clone(&told) };
    abort(&builder().credentials(source).build_blocking().unwrap()).unwrap_err();
    told.lock().unwrap().clone()
}

#[test]
fn a_run_tells_of_each_call_that_it_cant_wait_for() {
    for ordered in [false, true] {
        // The first is answered, and nothing is after it.
        let first = AtomicBool::new(true);
        let transport = move |_: Request<Bytes>| {
            let answers = first.swap(false, Ordering::SeqCst);
            async move {
                if !answers {
                    pending::<()>().await;
                }
                Ok::<_, Infallible>(Response::new(REPLY))
            }
        };
        let client = builder().transport(transport).build_blocking().unwrap();
        let mut run = client.run_all(["a", "b", "c", "d", "e"].map(ManageTask::abort)).concurrency(3);
        if ordered {
            run = run.ordered();
        }
        let begun = run.next().unwrap();
        assert!(begun.input.task_id == "a" && begun.outcome.is_ok());
        let summed_up = move || {
            let summary = run.collect();
            assert!(!summary.is_success());
            let failed = summary.failed.iter().map(|(input, error)| format!("{}: {error}", input.task_id));
            failed.chain(summary.not_begun.map(|input| format!("{}: not begun", input.task_id))).collect()
        };
        // What had begun elsewhere, and what began here.
        let mut told = told_from_a_source(summed_up);
        told.sort_unstable();
        assert_eq!(told.len(), 4, "{told:?}");
        for (told, name) in told.iter().zip(["b", "c", "d", "e"]) {
            assert!(told.starts_with(&format!("{name}: ")), "{told}");
            assert!(told.contains("a blocking client was called from") || *told == "e: not begun", "{told}");
            assert_eq!(told.contains("may have run"), matches!(name, "b" | "c"), "{told}");
        }
    }
}

/// Inputs that aren't there yet.
struct NothingYet;

impl Stream for NothingYet {
    type Item = ManageTask;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<ManageTask>> {
        Poll::Pending
    }
}

#[test]
fn a_run_that_cant_wait_for_its_inputs_is_no_success() {
    let client = builder().build_blocking().unwrap();
    let told = told_from_a_source(move || {
        let mut run = client.run_all(bulk::stream(NothingYet));
        assert!(run.next().is_none() && run.next().is_none());
        let summary = client.run_all(bulk::stream(NothingYet)).collect();
        assert!(!summary.is_success());
        vec![summary.to_string(), run.refusal().unwrap().to_string(), summary.refusal.unwrap().to_string()]
    });
    assert_eq!(told[0], "0 succeeded, 0 failed, and the run couldn't wait");
    assert!(told[1..].iter().all(|told| told.starts_with("a blocking client was called from")), "{told:?}");
}
