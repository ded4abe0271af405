//! Credentials that are fetched: the cache, the metadata service of a CVM instance, STS. On virtual time, in process, but
//! for a few over loopback.

mod cache;
mod cvm_role;
mod listening;
mod loopback;
mod outage;
mod renewal;
mod secrets;
mod sts;
mod web_identity;
mod world;

use std::borrow::Cow;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use tencent_action::{Clock, Credential, CredentialError, ProvideCredential, SystemClock};
use tokio::time::Instant;

use crate::support::SECOND;

/// A clock on tokio's time, which a test pauses. It leaves nothing to chance.
#[derive(Debug, Clone, Copy)]
struct VirtualClock {
    begin: Instant,
}

impl VirtualClock {
    fn begin() -> Self {
        Self { begin: Instant::now() }
    }

    /// The time when this many seconds have passed.
    fn after(seconds: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(SECOND + seconds)
    }

    /// Waits until this many seconds have passed since the beginning.
    async fn reaches(&self, seconds: u64) {
        let due = self.begin + Duration::from_secs(seconds);
        self.sleep(due - Instant::now()).await;
    }

    fn seconds(&self) -> u64 {
        self.begin.elapsed().as_secs()
    }
}

#[async_trait]
impl Clock for VirtualClock {
    fn now(&self) -> SystemTime {
        Self::after(0) + self.begin.elapsed()
    }

    async fn sleep(&self, duration: Duration) {
        SystemClock.sleep(duration).await;
    }

    fn random(&self) -> u64 {
        0
    }
}

/// The temporary key number so-and-so.
fn key(number: usize) -> Credential {
    Credential::with_secret_id(format!("AKIDtemporary{number}"))
        .secret_key(format!("secret-key-{number}"))
        .with_token(format!("secret-token-{number}"))
}

/// The same, good until this many seconds after the beginning.
fn key_until(number: usize, seconds: u64) -> Credential {
    key(number).with_expiry(VirtualClock::after(seconds))
}

type Answer = Pin<Box<dyn Future<Output = Result<Option<Credential>, CredentialError>> + Send>>;

/// A source that a test writes: a closure that is told the how-manieth time it is asked, from 1 on.
#[derive(Clone)]
struct Scripted {
    answer: Arc<dyn Fn(usize) -> Answer + Send + Sync>,
    asked: Arc<AtomicUsize>,
}

impl Scripted {
    fn new<F>(answer: impl Fn(usize) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<Option<Credential>, CredentialError>> + Send + 'static,
    {
        Self { answer: Arc::new(move |time| Box::pin(answer(time))), asked: Arc::default() }
    }

    /// How often it has been asked.
    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

#[async_trait]
impl ProvideCredential for Scripted {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        (self.answer)(self.asked.fetch_add(1, Ordering::SeqCst) + 1).await
    }

    fn looks_at(&self) -> Cow<'static, str> {
        "the script of a test".into()
    }
}

impl fmt::Debug for Scripted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Scripted")
    }
}

/// The secret id of what a source gives, or its error.
async fn given(source: &impl ProvideCredential) -> String {
    match source.provide().await {
        Ok(Some(credential)) => credential.secret_id().to_owned(),
        Ok(None) => "none".to_owned(),
        Err(error) => error.to_string(),
    }
}
