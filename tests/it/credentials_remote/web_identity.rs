//! Roles that are assumed with the token of an identity provider.

use std::fs;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tencent_action::{ApiError, Client, StsError, WebIdentityCredentials};

use super::world::{AssumeRoleWithWebIdentity, World, assumed};
use super::{VirtualClock, given};

const ROLE: &str = "qcs::cam::uin/100000000001:roleName/deploy";

/// A file in a directory that goes with it.
fn token_file(text: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("token");
    fs::write(&path, text).unwrap();
    (directory, path)
}

fn client(world: &World, clock: VirtualClock) -> Client {
    Client::builder().without_env().transport(world.clone()).clock(clock).build().unwrap()
}

#[tokio::test(start_paused = true)]
async fn the_token_is_exchanged_unsigned_and_read_again_each_time() {
    let clock = VirtualClock::begin();
    let world = World::elsewhere(clock);
    let requests: Arc<Mutex<Vec<AssumeRoleWithWebIdentity>>> = Arc::default();
    let kept = Arc::clone(&requests);
    world.sts.on(move |request: AssumeRoleWithWebIdentity| {
        let mut kept = kept.lock().unwrap();
        kept.push(request);
        Ok(assumed(kept.len(), 7200))
    });
    let (_directory, path) = token_file("first.token\n");
    let role = WebIdentityCredentials::new(client(&world, clock), ROLE, "my-provider", &path).session_name("s-1");
    assert_eq!(given(&role).await, "AKIDtemporary1");
    fs::write(&path, "second.token").unwrap();
    assert_eq!(given(&role.clone().duration(Duration::from_secs(60))).await, "AKIDtemporary2");

    let expected = |token: &str, duration_seconds| AssumeRoleWithWebIdentity {
        provider_id: "my-provider".to_owned(),
        web_identity_token: token.to_owned(),
        role_arn: ROLE.to_owned(),
        role_session_name: "s-1".to_owned(),
        duration_seconds,
    };
    assert_eq!(*requests.lock().unwrap(), [expected("first.token", 7200), expected("second.token", 60)]);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_isnt_there_is_told_with_its_file() {
    let clock = VirtualClock::begin();
    let world = World::elsewhere(clock);
    let (directory, path) = token_file(" \n");
    let role = |path| WebIdentityCredentials::new(client(&world, clock), ROLE, "p", path);
    let expected =
        |path: &std::path::Path, fault| format!("the role {ROLE}: the token file {} {fault}", path.display());
    assert_eq!(given(&role(path.clone())).await, expected(&path, "is empty"));
    let missing = directory.path().join("missing");
    assert_eq!(given(&role(missing.clone())).await, expected(&missing, "is not there"));
    assert!(world.sts.received().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_refusal_shows_the_code_and_not_the_token() {
    let clock = VirtualClock::begin();
    let world = World::elsewhere(clock);
    world.sts.on(|request: AssumeRoleWithWebIdentity| {
        let message = format!("the token {} is expired", request.web_identity_token);
        Err(ApiError::new("InvalidParameter.ParamError", message))
    });
    let (_directory, path) = token_file("marker.token");
    let role = WebIdentityCredentials::new(client(&world, clock), ROLE, "p", path);
    let client = Client::builder().without_env().credentials(role).clock(clock).build().unwrap();
    let error = client.credential().await.unwrap_err();
    assert_eq!(error.credential().unwrap().sts_code(), Some(StsError::Parameter));
    assert!(error.to_string().contains("InvalidParameter.ParamError"), "{error}");
    let shown = format!("{error} {error:?} {:?} {client:?}", error.credential());
    assert!(!shown.contains("marker"), "{shown}");
}
