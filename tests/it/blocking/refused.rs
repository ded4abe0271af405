//! What can't work is an error, and what breaks leaves the client as it was.

use std::borrow::Cow;
use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use tencent_action::blocking::Client;
use tencent_action::{Credential, CredentialError, ProvideCredential};

use super::{abort, builder};
use crate::support::credential;

const REPLY: &str = r#"{"Response":{"RequestId":"r"}}"#;

/// A source that calls with the very client that asks it: at once, or in a task of the client's thread.
#[derive(Debug)]
struct CallsBack {
    client: Arc<OnceLock<Client>>,
    spawns: bool,
}

#[async_trait]
impl ProvideCredential for CallsBack {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        let client = self.client.get().unwrap().clone();
        let outcome =
            if self.spawns { tokio::spawn(async move { abort(&client) }).await.unwrap() } else { abort(&client) };
        outcome.map(|_| None).map_err(|error| CredentialError::new(error.to_string()))
    }

    fn looks_at(&self) -> Cow<'static, str> {
        "a source that calls back".into()
    }
}

#[test]
fn a_source_of_credentials_that_calls_back_is_told() {
    for spawns in [false, true] {
        let cell = Arc::new(OnceLock::new());
        let source = CallsBack { client: Arc::clone(&cell), spawns };
        let client = builder().credentials(source).build_blocking().unwrap();
        cell.set(client.clone()).unwrap();
        let error = abort(&client).unwrap_err();
        assert!(error.is_credential(), "{error}");
        assert!(error.to_string().contains("vod ManageTask: a blocking client was called from"), "{error}");
    }
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
