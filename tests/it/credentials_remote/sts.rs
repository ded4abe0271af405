//! Roles that are assumed, with a key.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use http::{Request, Response};
use tencent_action::{
    ApiError, AssumeRoleCredentials, Client, ClientBuilder, Clock, CredentialError, Empty, ProvideCredential, Site,
    StsError, TransportError,
};

use super::world::{AssumeRole, World, assumed};
use super::{Scripted, VirtualClock, given, key, key_until};
use crate::support::ManageTask;

const ROLE: &str = "qcs::cam::uin/100000000001:roleName/uploader";

/// A client of STS, whose credential is the one that STS knows.
fn sts_client(world: &World, clock: VirtualClock) -> ClientBuilder {
    let client = Client::builder().without_env().transport(world.clone()).clock(clock);
    client.credentials(world.sts.credential().clone())
}

fn role(world: &World, clock: VirtualClock) -> AssumeRoleCredentials {
    AssumeRoleCredentials::new(sts_client(world, clock).build().unwrap(), ROLE)
}

/// Has STS issue key after key, each good for as long as is asked, and keep the requests.
fn issue(world: &World, clock: VirtualClock) -> Arc<Mutex<Vec<AssumeRole>>> {
    let requests: Arc<Mutex<Vec<AssumeRole>>> = Arc::default();
    let (kept, cloud) = (Arc::clone(&requests), world.cloud.clone());
    world.sts.on(move |request: AssumeRole| {
        let mut kept = kept.lock().unwrap();
        let until = clock.seconds() + request.duration_seconds;
        kept.push(request);
        cloud.add_credential(key_until(kept.len(), until));
        Ok(assumed(kept.len(), until))
    });
    requests
}

#[tokio::test(start_paused = true)]
async fn a_key_is_exchanged_for_one_of_the_role_that_signs_calls_then() {
    let clock = VirtualClock::begin();
    let world = World::elsewhere(clock);
    let requests = issue(&world, clock);
    world.cloud.on(|_: ManageTask| Ok(Empty));
    let builder = Client::builder().without_env().transport(world.clone()).clock(clock);
    let client = builder.credentials(role(&world, clock)).build().unwrap();
    for _ in 0..3 {
        ManageTask::abort("t").send(&client).await.unwrap();
    }
    assert_eq!(client.credential().await.unwrap().expires_at(), Some(VirtualClock::after(7200)));

    let requests = requests.lock().unwrap();
    let [request] = &requests[..] else { panic!("{requests:?}") };
    assert!(request.role_session_name.starts_with("tencent-action-1551113065000000-"), "{request:?}");
    let expected = AssumeRole {
        role_arn: ROLE.to_owned(),
        role_session_name: request.role_session_name.clone(),
        duration_seconds: 7200,
        external_id: None,
        policy: None,
    };
    assert_eq!(*request, expected);
    assert_eq!(world.sts.received()[0].to_string().split(" (").next(), Some("sts AssumeRole: ok"));
}

#[tokio::test(start_paused = true)]
async fn what_is_said_is_sent_and_the_policy_is_encoded() {
    let clock = VirtualClock::begin();
    let world = World::elsewhere(clock);
    let requests = issue(&world, clock);
    let role = role(&world, clock)
        .session_name("nightly@build")
        .duration(Duration::from_secs(900))
        .external_id("between/us")
        .policy(r#"{"version": "2.0", "statement": []}"#);
    assert_eq!(given(&role).await, "AKIDtemporary1");
    let expected = AssumeRole {
        role_arn: ROLE.to_owned(),
        role_session_name: "nightly@build".to_owned(),
        duration_seconds: 900,
        external_id: Some("between/us".to_owned()),
        policy: Some("%7B%22version%22%3A%20%222.0%22%2C%20%22statement%22%3A%20%5B%5D%7D".to_owned()),
    };
    assert_eq!(*requests.lock().unwrap(), [expected]);
}

#[tokio::test(start_paused = true)]
async fn a_region_is_named_and_the_site_is_the_clients() {
    let clock = VirtualClock::begin();
    let seen: Arc<Mutex<Vec<(String, String)>>> = Arc::default();
    let kept = Arc::clone(&seen);
    let transport = move |request: Request<bytes::Bytes>| {
        let header = |name: &str| request.headers()[name].to_str().unwrap().to_owned();
        kept.lock().unwrap().push((header("host"), header("x-tc-region")));
        async { Ok::<_, TransportError>(Response::new("{}")) }
    };
    let builder = || Client::builder().without_env().credentials(key(1)).transport(transport.clone()).clock(clock);
    for client in [builder(), builder().site(Site::Mainland).region("ap-shanghai")] {
        given(&AssumeRoleCredentials::new(client.build().unwrap(), ROLE)).await;
    }
    // Each is tried again, for the answer is none.
    seen.lock().unwrap().dedup();
    let expected = [("sts.intl.tencentcloudapi.com", "ap-guangzhou"), ("sts.tencentcloudapi.com", "ap-shanghai")];
    assert_eq!(*seen.lock().unwrap(), expected.map(|(host, region)| (host.to_owned(), region.to_owned())));
}

#[tokio::test(start_paused = true)]
async fn each_session_has_a_name_of_its_own() {
    let clock = VirtualClock::begin();
    let world = World::elsewhere(clock);
    let requests = issue(&world, clock);
    let role = role(&world, clock);
    given(&role).await;
    clock.sleep(Duration::from_millis(1)).await;
    given(&role).await;
    let requests = requests.lock().unwrap();
    assert_ne!(requests[0].role_session_name, requests[1].role_session_name);
    assert!(requests.iter().all(|request| (2..=128).contains(&request.role_session_name.len())));
}

#[tokio::test(start_paused = true)]
async fn what_cant_be_asked_for_is_told_before_anything_is_sent() {
    let clock = VirtualClock::begin();
    let world = World::elsewhere(clock);
    for duration in [Duration::ZERO, Duration::from_millis(999), Duration::from_secs(43_201)] {
        let message = given(&role(&world, clock).duration(duration)).await;
        let expected =
            format!("the role {ROLE}: a role can be assumed for 1 s to 43200 s, which are 12 h, not for {duration:?}");
        assert_eq!(message, expected);
    }
    let message = given(&role(&world, clock).policy("{version}")).await;
    assert!(message.starts_with(&format!("the role {ROLE}: the policy isn't JSON: ")), "{message}");
    assert!(world.sts.received().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_refusal_has_its_code_and_its_request_id() {
    let clock = VirtualClock::begin();
    let world = World::elsewhere(clock);
    world.sts.on(|_: AssumeRole| Err(ApiError::new("ResourceNotFound.RoleNotFound", "role not exist")));
    let builder = Client::builder().without_env().transport(world.clone()).clock(clock);
    let client = builder.credentials(role(&world, clock)).build().unwrap();
    let error = ManageTask::abort("t").send(&client).await.unwrap_err();
    let id = world.sts.received()[0].request_id.clone();
    let expected = format!(
        "vod ManageTask: the role {ROLE}: sts AssumeRole: ResourceNotFound.RoleNotFound: role not exist (request id {id})"
    );
    assert_eq!(error.to_string(), expected);
    assert!(error.is_credential() && !error.may_have_run());
    let fault = error.credential().unwrap();
    assert_eq!(fault.sts_code(), Some(StsError::RoleNotFound));
    assert_eq!(fault.call().unwrap().request_id(), Some(&*id));
}

/// Whatever STS answers, a piece of it may be a secret.
#[tokio::test(start_paused = true)]
async fn an_answer_that_cant_be_read_isnt_shown() {
    let clock = VirtualClock::begin();
    let credentials = r#"{"Token":"t-marker","TmpSecretId":"AKID1","TmpSecretKey":"k-marker"}"#;
    for (status, body, expected) in [
        (200, format!(r#"{{"Response":{{"Credentials":{credentials},"Expi"#), "the answer is JSON that ends too early"),
        (500, format!(r#"{{"Response":{{"Credentials":{credentials},"ExpiredTime":1}}}}"#), "HTTP status isn't 200"),
        (200, format!(r#"{{"Credentials":{credentials},"ExpiredTime":1}}"#), "has no `Response` object"),
        (200, format!("marker {credentials}"), "the answer isn't JSON"),
        (200, format!("<b>{credentials}</b>"), "the answer is a web page"),
        (
            200,
            format!(r#"{{"Response":{{"Credentials":{credentials},"ExpiredTime":"k-marker"}}}}"#),
            "at `ExpiredTime`: the value isn't as declared; it isn't shown, for it may be a secret",
        ),
        (200, r#"{"Response":{"Credentials":"k-marker","ExpiredTime":1}}"#.to_owned(), "at `Credentials`: the value"),
        (200, r#"{"Response":{"Credentials":{"Token":"t-marker"},"ExpiredTime":1}}"#.to_owned(), "at `Credentials"),
        (200, format!(r#"{{"Response":{{"Credentials":{credentials}}}}}"#), "the value isn't as declared"),
        (
            200,
            format!(r#"{{"Response":{{"Credentials":{credentials},"ExpiredTime":99999999999999}}}}"#),
            "STS answered with the `ExpiredTime` 99999999999999, which is no time",
        ),
    ] {
        let transport = move |_: Request<bytes::Bytes>| {
            let mut response = Response::new(body.clone());
            *response.status_mut() = http::StatusCode::from_u16(status).unwrap();
            async { Ok::<_, TransportError>(response) }
        };
        let client = Client::builder().without_env().credentials(key(1)).transport(transport).clock(clock);
        let error = AssumeRoleCredentials::new(client.build().unwrap(), ROLE).provide().await.unwrap_err();
        let body = error.call().and_then(tencent_action::Error::body);
        let shown = format!("{error} {error:?} {error:#?} {:?} {body:?}", std::error::Error::source(&error));
        assert!(shown.contains(expected) && shown.contains(ROLE), "{shown}");
        assert!(!shown.contains("marker"), "{shown}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_role_can_be_assumed_from_a_role() {
    let clock = VirtualClock::begin();
    let world = World::elsewhere(clock);
    let requests = issue(&world, clock);
    world.sts.add_credential(key_until(1, 7200));
    let first = role(&world, clock);
    let second = sts_client(&world, clock).credentials(first).build().unwrap();
    let second = AssumeRoleCredentials::new(second, "qcs::cam::uin/2:roleName/next");
    assert_eq!(given(&second).await, "AKIDtemporary2");
    let arns: Vec<_> = requests.lock().unwrap().iter().map(|request| request.role_arn.clone()).collect();
    assert_eq!(arns, [ROLE, "qcs::cam::uin/2:roleName/next"]);
    let ids: Vec<_> = world.sts.received().iter().map(|received| received.secret_id.clone()).collect();
    assert_eq!(ids, [Some("AKIDfake".to_owned()), Some("AKIDtemporary1".to_owned())]);
}

#[tokio::test(start_paused = true)]
async fn a_source_without_a_credential_or_with_a_fault_is_told_through_the_role() {
    let clock = VirtualClock::begin();
    let world = World::elsewhere(clock);
    let over = |source: Scripted| {
        AssumeRoleCredentials::new(sts_client(&world, clock).credentials(source).build().unwrap(), ROLE)
    };
    let nothing = given(&over(Scripted::new(|_| async { Ok(None) }))).await;
    assert!(
        nothing.starts_with(&format!("the role {ROLE}: no credentials found in the script of a test")),
        "{nothing}"
    );
    let broken = given(&over(Scripted::new(|_| async { Err(CredentialError::new("half of it is missing")) }))).await;
    assert_eq!(broken, format!("the role {ROLE}: half of it is missing"));
}

/// Each stage has its own time, so that the error names the one that hangs.
#[tokio::test(start_paused = true)]
async fn whoever_hangs_is_named() {
    let clock = VirtualClock::begin();
    let world = World::elsewhere(clock);
    let hanging = Scripted::new(|_| std::future::pending());
    let over = AssumeRoleCredentials::new(sts_client(&world, clock).credentials(hanging).build().unwrap(), ROLE);
    let client = Client::builder().without_env().credentials(over).clock(clock).build().unwrap();
    let error = client.credential().await.unwrap_err().to_string();
    assert_eq!(error, format!("the role {ROLE}: no answer within 10s from the script of a test"));
    assert_eq!(clock.seconds(), 10);

    let silent = |_: Request<bytes::Bytes>| std::future::pending::<Result<Response<String>, TransportError>>();
    let slow = Scripted::new(move |_| async move {
        clock.sleep(Duration::from_secs(9)).await;
        Ok(Some(key_until(1, 9000)))
    });
    let sts = Client::builder().without_env().credentials(slow).transport(silent).clock(clock).build().unwrap();
    let role = AssumeRoleCredentials::new(sts, ROLE);
    let client = Client::builder().without_env().credentials(role).clock(clock).build().unwrap();
    let error = client.credential().await.unwrap_err().to_string();
    assert_eq!(
        error,
        format!("the role {ROLE}: sts AssumeRole: no answer within 10s (after 2 attempts; may have run)")
    );
    assert_eq!(clock.seconds(), 29);
}

/// A role that is renewed while many call: one call to STS, and every signature fits its token.
#[tokio::test(start_paused = true)]
async fn a_role_is_renewed_under_way() {
    let clock = VirtualClock::begin();
    let world = World::elsewhere(clock);
    let requests = issue(&world, clock);
    let served = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&served);
    world.cloud.on(move |_: ManageTask| {
        counter.fetch_add(1, Ordering::SeqCst);
        Ok(Empty)
    });
    let builder = Client::builder().without_env().transport(world.clone()).clock(clock);
    let client = builder.credentials(role(&world, clock)).build().unwrap();
    for second in [0, 6899, 6900, 6901, 7199, 7201, 13_799, 13_801] {
        clock.reaches(second).await;
        let calls: Vec<_> = (0..100).map(|_| tokio::spawn(ManageTask::abort("t").send(&client))).collect();
        for call in calls {
            call.await.unwrap().unwrap();
        }
    }
    assert_eq!((served.load(Ordering::SeqCst), requests.lock().unwrap().len()), (800, 3));
}
