//! A temporary key that the cloud refuses.

use std::sync::Arc;

use tencent_action::fake::FakeCloud;
use tencent_action::{
    ApiError, CachedCredentials, Client, Credential, CredentialError, Empty, Error, ProvideCredential,
};

use super::{Scripted, VirtualClock, key, key_until};
use crate::support::ManageTask;

/// A cloud, and what becomes of a call with keys from this source.
struct Scene {
    cloud: FakeCloud,
    client: Client,
}

impl Scene {
    fn new(clock: VirtualClock, source: impl ProvideCredential) -> Self {
        let cloud = FakeCloud::builder().clock(clock).in_process();
        cloud.on(|_: ManageTask| Ok(Empty));
        let client = cloud.client().credentials(source).build().unwrap();
        Self { cloud, client }
    }

    async fn call(&self) -> Result<(), Error> {
        ManageTask::abort("t").send(&self.client).await.map(drop)
    }

    /// The secret ids that were sent, and what became of each.
    fn sent(&self) -> Vec<String> {
        let code = |error: &ApiError| error.code().to_owned();
        let received = self.cloud.received();
        received
            .iter()
            .map(|received| {
                let outcome = received.error.as_ref().map_or("ok".to_owned(), code);
                format!("{} {outcome}", received.secret_id.as_deref().unwrap_or_default())
            })
            .collect()
    }
}

const NOT_FOUND: &str = "AuthFailure.SecretIdNotFound";
const TOKEN: &str = "AuthFailure.TokenFailure";

/// Gives the first key, and from the second question on the second.
fn two_keys() -> Scripted {
    Scripted::new(|time| async move { Ok(Some(key_until(time.min(2), 3600))) })
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_renewed_once_and_the_call_sent_anew() {
    let source = two_keys();
    let scene = Scene::new(VirtualClock::begin(), source.clone());
    // The first key's token is another by now.
    scene.cloud.add_credential(key(1).with_token("exchanged")).add_credential(key(2));
    scene.call().await.unwrap();
    scene.call().await.unwrap();
    assert_eq!(scene.sent(), [&format!("AKIDtemporary1 {TOKEN}"), "AKIDtemporary2 ok", "AKIDtemporary2 ok"]);
    assert_eq!(source.asked(), 2);
}

/// A second cache would give the refused key again, and the first wouldn't know.
#[tokio::test(start_paused = true)]
async fn a_refused_key_is_renewed_behind_any_pointer() {
    let clock = VirtualClock::begin();
    let pointers: [fn(CachedCredentials) -> Box<dyn ProvideCredential>; 3] = [
        |cached| Box::new(cached),
        |cached| Box::new(Arc::new(cached)),
        |cached| Box::new(Arc::new(cached) as Arc<dyn ProvideCredential>),
    ];
    for pointer in pointers {
        let source = two_keys();
        let scene = Scene::new(clock, pointer(CachedCredentials::with_clock(source.clone(), clock)));
        scene.cloud.add_credential(key(2));
        scene.call().await.unwrap();
        assert_eq!(scene.sent(), [&format!("AKIDtemporary1 {NOT_FOUND}"), "AKIDtemporary2 ok"]);
        assert_eq!(source.asked(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn so_is_a_temporary_key_that_is_gone() {
    let scene = Scene::new(VirtualClock::begin(), two_keys());
    scene.cloud.add_credential(key(2));
    scene.call().await.unwrap();
    assert_eq!(scene.sent(), [&format!("AKIDtemporary1 {NOT_FOUND}"), "AKIDtemporary2 ok"]);
}

#[tokio::test(start_paused = true)]
async fn a_second_refusal_stands() {
    let scene = Scene::new(VirtualClock::begin(), two_keys());
    let error = scene.call().await.unwrap_err();
    assert_eq!((error.code(), scene.sent().len()), (Some(NOT_FOUND), 2));
    assert!(!error.may_have_run());
    let received = scene.cloud.received();
    assert_eq!(error.request_id(), Some(&*received[1].request_id));
}

#[tokio::test(start_paused = true)]
async fn a_source_without_another_key_changes_nothing() {
    let clock = VirtualClock::begin();
    for expiry in [None, Some(VirtualClock::after(3600))] {
        let source =
            Scripted::new(move |_| async move { Ok(Some(expiry.map_or(key(1), |expiry| key(1).with_expiry(expiry)))) });
        let scene = Scene::new(clock, source.clone());
        let error = scene.call().await.unwrap_err();
        assert_eq!((error.code(), scene.sent().len(), source.asked()), (Some(NOT_FOUND), 1, 2));
    }
}

#[tokio::test(start_paused = true)]
async fn what_the_program_gave_and_what_lasts_is_not_renewed() {
    let clock = VirtualClock::begin();
    let scene = Scene::new(clock, key_until(1, 3600));
    assert_eq!((scene.call().await.unwrap_err().code(), scene.sent().len()), (Some(NOT_FOUND), 1));

    let lasting = Credential::with_secret_id("AKIDlasting").secret_key("secret-key");
    let source = Scripted::new(move |_| {
        let lasting = lasting.clone();
        async move { Ok(Some(lasting)) }
    });
    let scene = Scene::new(clock, source.clone());
    assert_eq!((scene.call().await.unwrap_err().code(), scene.sent().len(), source.asked()), (Some(NOT_FOUND), 1, 1));
}

#[tokio::test(start_paused = true)]
async fn another_refusal_is_no_reason_to_renew() {
    let source = two_keys();
    let scene = Scene::new(VirtualClock::begin(), source.clone());
    scene
        .cloud
        .add_credential(Credential::with_secret_id("AKIDtemporary1").secret_key("other").with_token("secret-token-1"));
    let error = scene.call().await.unwrap_err();
    assert_eq!((error.code(), source.asked()), (Some("AuthFailure.SignatureFailure"), 1));
}

#[tokio::test(start_paused = true)]
async fn that_there_is_no_new_key_is_told_with_the_refusal() {
    let source = Scripted::new(|time| async move {
        if time == 1 { Ok(Some(key_until(1, 3600))) } else { Err(CredentialError::new("the source is down")) }
    });
    let scene = Scene::new(VirtualClock::begin(), source.clone());
    let error = scene.call().await.unwrap_err();
    assert_eq!(error.code(), Some(NOT_FOUND));
    assert!(error.to_string().ends_with("; and there is no new credential: the source is down)"), "{error}");
    // The key may be good for all that: it is used until its end, and the source let alone for a second.
    scene.cloud.add_credential(key(1));
    scene.call().await.unwrap();
    assert_eq!(source.asked(), 2);
}

#[tokio::test(start_paused = true)]
async fn many_calls_that_are_refused_cause_one_refresh() {
    let source = two_keys();
    let scene = Scene::new(VirtualClock::begin(), source.clone());
    scene.cloud.add_credential(key(2));
    let calls: Vec<_> = (0..100).map(|_| tokio::spawn(ManageTask::abort("t").send(&scene.client))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(source.asked(), 2);
    assert!(scene.sent().iter().filter(|sent| sent.ends_with("ok")).count() == 100, "{:?}", scene.sent());
}

/// By our clock it is good, by the cloud's it is over.
#[tokio::test(start_paused = true)]
async fn a_cloud_whose_clock_is_ahead_gets_a_new_key() {
    let scene = Scene::new(VirtualClock::begin(), two_keys());
    scene.cloud.add_credential(key_until(1, 0)).add_credential(key_until(2, 3600));
    scene.call().await.unwrap();
    assert_eq!(scene.sent(), [&format!("AKIDtemporary1 {TOKEN}"), "AKIDtemporary2 ok"]);
}

/// A cloud that refuses every key, and a source that always has another: what is sent is what the budget pays for.
#[tokio::test(start_paused = true)]
async fn keys_that_are_all_refused_are_not_renewed_without_end() {
    let clock = VirtualClock::begin();
    let source = Scripted::new(|time| async move { Ok(Some(key_until(time, 3600))) });
    let scene = Scene::new(clock, source.clone());
    for _ in 0..1000 {
        assert_eq!(scene.call().await.unwrap_err().code(), Some(NOT_FOUND));
    }
    assert_eq!((scene.client.stats().attempts, source.asked()), (1100, 101));

    // A key that has been in use for half a minute is renewed nevertheless, for the calls after.
    clock.reaches(30).await;
    scene.cloud.add_credential(key(102));
    scene.call().await.unwrap_err();
    scene.call().await.unwrap();
    assert_eq!((scene.client.stats().attempts, source.asked()), (1102, 102));
}
