//! The role of a CVM instance.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tencent_action::fake::FakeCloud;
use tencent_action::{Client, CvmRoleCredentials, Empty, ProvideCredential};

use super::world::{Metadata, World, credential_json};
use super::{VirtualClock, given, key_until};
use crate::support::ManageTask;

const LIST: &str = "/latest/meta-data/cam/security-credentials/";
const PLACE: &str = "the metadata service at http://metadata.tencentyun.com";

fn role_of(world: &World, clock: VirtualClock) -> CvmRoleCredentials {
    CvmRoleCredentials::new().transport(world.clone()).clock(clock)
}

/// An instance whose role is called `uploader`.
fn instance(clock: VirtualClock, credential: impl Fn() -> Metadata + Send + Sync + 'static) -> World {
    World::new(clock, move |path| match path.strip_prefix(LIST) {
        Some("") => Metadata::says("uploader\n"),
        Some("uploader") => credential(),
        _ => Metadata::Says(404, "<html>no such thing</html>".to_owned()),
    })
}

#[tokio::test(start_paused = true)]
async fn the_role_is_looked_up_and_its_credential_expires_when_the_service_says() {
    let clock = VirtualClock::begin();
    let world = instance(clock, || Metadata::gives(1, 3600));
    let credential = role_of(&world, clock).provide().await.unwrap().unwrap();
    assert_eq!(credential.secret_id(), "AKIDtemporary1");
    assert!(credential.is_temporary());
    assert_eq!(credential.expires_at(), Some(VirtualClock::after(3600)));
    assert_eq!(world.asked(), [LIST.to_owned(), format!("{LIST}uploader")]);
}

#[tokio::test(start_paused = true)]
async fn a_role_that_is_named_isnt_looked_up() {
    let clock = VirtualClock::begin();
    let world = instance(clock, || Metadata::gives(1, 3600));
    assert_eq!(given(&role_of(&world, clock).role("uploader")).await, "AKIDtemporary1");
    assert_eq!(world.asked(), [format!("{LIST}uploader")]);
    assert_eq!(given(&role_of(&world, clock).role("other")).await, format!("{PLACE}: it has no role other"));
    let message = given(&role_of(&world, clock).role("../../x")).await;
    assert_eq!(message, format!("{PLACE}: `../../x` can't be the name of a role"));
    assert_eq!(world.asked().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn an_instance_without_a_role_gives_none() {
    let clock = VirtualClock::begin();
    for (status, text) in [(404, "<html>404</html>"), (200, ""), (200, "\n")] {
        let world = World::new(clock, move |_| Metadata::Says(status, text.to_owned()));
        let role = role_of(&world, clock);
        assert_eq!(given(&role).await, "none");
        assert_eq!(role.looks_at(), format!("{PLACE} (no role is bound to this instance)"));
    }
    // Unbound between the two questions.
    let world = instance(clock, || Metadata::Says(404, String::new()));
    assert_eq!(given(&role_of(&world, clock)).await, "none");
}

#[tokio::test(start_paused = true)]
async fn that_the_service_isnt_there_is_an_error_for_those_who_count_on_it() {
    let clock = VirtualClock::begin();
    let refused = given(&role_of(&World::elsewhere(clock), clock)).await;
    assert_eq!(refused, format!("{PLACE}: can't be reached: connection refused"));
    assert_eq!(clock.seconds(), 0);
    let silent = given(&role_of(&World::new(clock, |_| Metadata::Hangs), clock)).await;
    assert_eq!((silent, clock.seconds()), (format!("{PLACE}: no answer within 1s"), 1));
}

#[tokio::test(start_paused = true)]
async fn what_isnt_a_role_or_a_credential_is_an_error_that_shows_no_secret() {
    let clock = VirtualClock::begin();
    let good = || credential_json(7, 3600);
    for (credential, expected) in [
        (Metadata::Says(500, good()), "it answers with HTTP status 500"),
        (Metadata::says(&good()[..60]), "its answer for the role uploader isn't JSON (line 1, column 60)"),
        (Metadata::says("secret-key-7"), "its answer for the role uploader isn't a JSON object"),
        (Metadata::says(""), "its answer for the role uploader is empty"),
        (
            Metadata::says(good().replace("Success", "InternalError")),
            "its answer for the role uploader has the `Code` InternalError, not Success",
        ),
        (Metadata::says(good().replace("Token", "T")), "its answer for the role uploader has no `Token`"),
        (Metadata::says("x".repeat(70_000)), "its answer for the role uploader isn't text"),
    ] {
        let credential = std::sync::Mutex::new(Some(credential));
        let world = instance(clock, move || credential.lock().unwrap().take().unwrap_or(Metadata::Hangs));
        assert_eq!(given(&role_of(&world, clock)).await, format!("{PLACE}: {expected}"));
    }
    for (list, expected) in [
        (Metadata::Says(403, "secret-key-7".to_owned()), "it answers with HTTP status 403"),
        (Metadata::Says(302, String::new()), "it answers with something that isn't the name of a role"),
        (Metadata::says("<html>log in</html>"), "it answers with something that isn't the name of a role"),
    ] {
        let list = std::sync::Mutex::new(Some(list));
        let world = World::new(clock, move |_| list.lock().unwrap().take().unwrap_or(Metadata::Hangs));
        assert_eq!(given(&role_of(&world, clock)).await, format!("{PLACE}: {expected}"));
    }
}

/// The first question shows that the service is there; for the second there is more time.
#[tokio::test(start_paused = true)]
async fn a_service_that_stalls_is_given_up_and_named() {
    let clock = VirtualClock::begin();
    let world = instance(clock, || Metadata::Hangs);
    let client = Client::builder().without_env().credentials(role_of(&world, clock)).clock(clock).build().unwrap();
    let message = client.credential().await.unwrap_err().to_string();
    assert_eq!((message, clock.seconds()), (format!("no answer within 10s from {PLACE}"), 10));
}

/// The service hands out a new key each time it is asked, and from then on the cloud knows no other.
#[tokio::test(start_paused = true)]
async fn calls_go_on_while_the_key_rotates_under_them() {
    let clock = VirtualClock::begin();
    let cloud = FakeCloud::builder().clock(clock).in_process();
    cloud.on(|_: ManageTask| Ok(Empty));
    let issued = Arc::new(AtomicUsize::new(0));
    let mut world = {
        let (issued, cloud) = (Arc::clone(&issued), cloud.clone());
        instance(clock, move || {
            let number = issued.fetch_add(1, Ordering::SeqCst) + 1;
            cloud.remove_credential(&format!("AKIDtemporary{}", number - 1));
            cloud.add_credential(key_until(number, clock.seconds() + 600));
            Metadata::gives(number, clock.seconds() + 600)
        })
    };
    world.cloud = cloud.clone();
    let client = Client::builder().without_env().credentials(role_of(&world, clock)).transport(world);
    let client = client.clock(clock).build().unwrap();
    for second in (0..3000).step_by(30) {
        clock.reaches(second).await;
        let calls: Vec<_> = (0..10).map(|_| tokio::spawn(ManageTask::abort("t").send(&client))).collect();
        for call in calls {
            call.await.unwrap().unwrap();
        }
    }
    // Each key lives for ten minutes, and is replaced a minute before its end.
    assert_eq!(issued.load(Ordering::SeqCst), 6);
    // Some calls were under way with a key that was gone when they arrived. None had half of one and half of another.
    let received = cloud.received();
    let refused = received.iter().filter_map(|received| received.error.as_ref());
    assert!(refused.clone().all(|error| error.code() == "AuthFailure.SecretIdNotFound"), "{:?}", refused.last());
}
