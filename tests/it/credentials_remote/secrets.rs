//! No secret in anything that is printed or logged, whatever happens to it.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tencent_action::{
    ApiError, AssumeRoleCredentials, CachedCredentials, Client, Credential, CvmRoleCredentials, DefaultCredentials,
    Empty, Error, ProvideCredential, TkePodCredentials, WebIdentityCredentials,
};

use super::world::{AssumeRole, AssumeRoleWithWebIdentity, Metadata, World, assumed, credential_json};
use super::{VirtualClock, key_until};
use crate::credentials_local::Events;
use crate::support::ManageTask;

/// All that an error says, and all of its causes.
fn said(error: &Error) -> String {
    let mut all = format!("{error} {error:?} {error:#?} {:?} {:?}", error.credential(), error.body());
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        write!(all, " {error} {error:?}").unwrap();
        cause = error.source();
    }
    all
}

/// A secret, and what is around it.
fn leak(text: &str) -> Option<String> {
    let at = text.find("secret-")?;
    Some(text[at.saturating_sub(200)..].chars().take(300).collect())
}

#[tokio::test(start_paused = true)]
async fn no_secret_is_printed_or_logged() {
    let clock = VirtualClock::begin();
    let (events, _guard) = Events::listen();
    // The service gives a key, then refuses, then breaks off in the middle of the next.
    let asked = Arc::new(AtomicUsize::new(0));
    let world = World::new(clock, move |path| match (path.ends_with('/'), asked.load(Ordering::SeqCst)) {
        (true, _) => Metadata::says("uploader"),
        (false, time) => {
            asked.store(time + 1, Ordering::SeqCst);
            match time % 3 {
                0 => Metadata::gives(1, clock.seconds() + 600),
                1 => Metadata::Says(500, credential_json(2, 600)),
                _ => Metadata::says(&credential_json(3, 600)[..90]),
            }
        }
    });
    world.sts.on(|request: AssumeRole| match request.external_id.as_deref() {
        Some(id) => Err(ApiError::new("InvalidParameter.ParamError", format!("not the id {id}"))),
        None => Ok(assumed(4, 3600)),
    });
    world.sts.on(|request: AssumeRoleWithWebIdentity| {
        Err::<super::world::Assumed, _>(ApiError::new("InvalidParameter", request.web_identity_token))
    });
    world.cloud.on(|_: ManageTask| Ok(Empty)).add_credential(key_until(1, 600));

    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), "secret-token-of-provider").unwrap();
    let own = || {
        let own = Client::builder().without_env().credentials(world.sts.credential().clone());
        own.transport(world.clone()).clock(clock).build().unwrap()
    };
    let role = || AssumeRoleCredentials::new(own(), "qcs::cam::uin/1:roleName/x");
    let sources: [Box<dyn ProvideCredential>; 5] = [
        Box::new(CvmRoleCredentials::new().transport(world.clone()).clock(clock)),
        Box::new(role()),
        Box::new(role().external_id("secret-external-id")),
        Box::new(WebIdentityCredentials::new(own(), "qcs::cam::uin/1:roleName/x", "p", file.path())),
        Box::new(key_until(9, 3600)),
    ];
    let mut printed = String::new();
    for source in sources {
        let cached = CachedCredentials::with_clock(source, clock);
        let builder = Client::builder().without_env().credentials(cached.clone()).transport(world.clone());
        let client = builder.clock(clock).build().unwrap();
        for _ in 0..7 {
            match ManageTask::abort("t").send(&client).await {
                Ok(reply) => write!(printed, "{reply:?}").unwrap(),
                Err(error) => printed += &said(&error),
            }
            write!(printed, "{client:?} {client:#?} {cached:?} {:?}", client.credential().await).unwrap();
            clock.reaches(clock.seconds() + 90).await;
        }
    }
    write!(printed, "{:?} {:?}", DefaultCredentials::new(), TkePodCredentials::new()).unwrap();
    assert!(printed.contains("AKIDtemporary1") && printed.contains("InvalidParameter.ParamError"), "{printed}");
    let logged = events.all();
    assert!(logged.contains("got a credential") && logged.contains("can't be renewed"), "{logged}");
    assert_eq!((leak(&printed), leak(&logged)), (None, None));
}

/// What a credential itself prints is its id, and until when it is good.
#[test]
fn a_credential_prints_its_id_and_its_expiry() {
    let shown = format!("{:?}", key_until(1, 0));
    assert_eq!(
        shown,
        "Credential { secret_id: \"AKIDtemporary1\", temporary: true, expires_at: Some(2019-02-25T16:44:25Z), .. }"
    );
    let lasting = Credential::with_secret_id("AKID").secret_key("secret-key");
    assert_eq!(format!("{lasting:?}"), "Credential { secret_id: \"AKID\", temporary: false, expires_at: None, .. }");
}
