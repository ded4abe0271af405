//! What fails before a second request is sent says nothing of the first, which was.

use std::borrow::Cow;
use std::num::NonZeroU32;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use tencent_action::{
    ClientBuilder, Clock, Credential, CredentialError, Error, ProvideCredential, RateKey, RateLimitError, RateLimiter,
    RetryPolicy, TransportError,
};

use super::{VirtualClock, cloud};
use crate::support::{ManageTask, SECOND, StoppedClock, client, credential};

/// A client whose every call is answered like this, with the request id `r-7`.
fn answered(status: u16, body: &'static str) -> ClientBuilder {
    let answer = move |_: Request<Bytes>| async move {
        let response = Response::builder().status(status).header("x-tc-requestid", "r-7").body(body);
        Ok::<_, TransportError>(response.unwrap())
    };
    client().clock(VirtualClock::new()).retry(RetryPolicy::default()).transport(answer)
}

/// Gives these keys one after the other, and then none.
#[derive(Debug)]
struct Sealed(Mutex<Vec<Credential>>);

impl Sealed {
    fn after(keys: impl Into<Vec<Credential>>) -> Self {
        Self(Mutex::new(keys.into()))
    }
}

#[async_trait]
impl ProvideCredential for Sealed {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        let key = self.0.lock().unwrap().pop();
        key.map(Some).ok_or_else(|| CredentialError::new("the vault is sealed"))
    }

    fn looks_at(&self) -> Cow<'static, str> {
        "the vault".into()
    }
}

async fn error_of(client: ClientBuilder) -> Error {
    let client = client.timeout(Duration::from_millis(900)).build().unwrap();
    ManageTask::abort("t").send(&client).idempotent(true).await.unwrap_err()
}

#[tokio::test(start_paused = true)]
async fn what_was_held_back_was_not_sent() {
    let error = error_of(answered(502, "<html>").rate_limit("vod", "ManageTask", 1)).await;
    assert!(error.is_bad_response() && !error.is_rate_limited() && error.may_have_run(), "{error}");
    assert_eq!((error.request_id(), error.attempts()), (Some("r-7"), 1));
    let note = "; may have run; not tried again: 1 request a second is allowed, \
                and the wait would pass the deadline of 900ms)";
    assert!(error.to_string().ends_with(note), "{error}");
}

#[tokio::test(start_paused = true)]
async fn no_credential_at_a_second_attempt_is_no_word_on_the_first() {
    let error = error_of(answered(502, "<html>").credentials(Sealed::after([credential()]))).await;
    assert!(error.is_bad_response() && !error.is_credential() && error.may_have_run(), "{error}");
    assert_eq!((error.request_id(), error.attempts()), (Some("r-7"), 1));
    assert!(error.to_string().ends_with("; may have run; not tried again: the vault is sealed)"), "{error}");
}

/// Lets one go.
#[derive(Default)]
struct Once(AtomicBool);

#[async_trait]
impl RateLimiter for Once {
    async fn acquire(&self, _: &RateKey, _: NonZeroU32, _: Duration) -> Result<(), RateLimitError> {
        if self.0.swap(true, Ordering::SeqCst) { Err(RateLimitError::too_late()) } else { Ok(()) }
    }
}

/// The same where it isn't the retry policy that tries again: by the server's date, and with another key.
#[tokio::test(start_paused = true)]
async fn a_refusal_is_told_although_what_follows_was_held_back() {
    let temporary = |id: &str| Credential::with_secret_id(id).secret_key("k").with_token("t");
    let [new, old] = ["AKIDnew", "AKIDold"].map(|id| temporary(id).with_expiry(StoppedClock(SECOND + 3600).now()));
    let (cloud, _) = cloud();
    let client = || cloud.client().rate_limit("vod", "ManageTask", 1).rate_limiter(Once::default());
    let vault = client().credentials(Sealed::after([new, old]));
    for (client, skew, code) in [(client(), 1000, "SignatureExpire"), (vault, 0, "SecretIdNotFound")] {
        cloud.skew(skew);
        let error = error_of(client).await;
        assert_eq!(error.code(), Some(&*format!("AuthFailure.{code}")), "{error}");
        assert!(error.request_id().is_some() && error.attempts() == 1 && !error.may_have_run(), "{error}");
        assert!(error.to_string().contains("; not tried again: 1 request a second is allowed, and "), "{error}");
    }
}
