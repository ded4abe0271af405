//! The chain, source by source, in made-up environments.

use std::future::pending;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use bytes::Bytes;
use http::{Request, Response};

use super::*;
use crate::client::Client;
use crate::clock::SystemClock;
use crate::endpoint::Site;
use crate::env::Env;
use crate::transport::{Body, Transport, TransportError};

/// Hosts that were asked, in order.
#[derive(Clone, Default)]
struct Network {
    asked: Arc<Mutex<Vec<String>>>,
    /// What is at each host.
    answers: Vec<(&'static str, String)>,
}

#[async_trait]
impl Transport for Network {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let host = request.uri().host().unwrap_or_default().to_owned();
        self.asked.lock().unwrap().push(host.clone());
        match self.answers.iter().find(|(known, _)| *known == host) {
            Some((_, answer)) if answer == "hangs" => pending().await,
            Some((_, answer)) if request.uri().path().ends_with('/') && host == METADATA => {
                Ok(Response::new(if answer.starts_with('{') { "node".into() } else { answer.clone().into() }))
            }
            Some((_, answer)) => Ok(Response::new(answer.clone().into())),
            None => Err(TransportError::not_sent("connection refused")),
        }
    }
}

const METADATA: &str = "metadata.tencentyun.com";
const STS: &str = "sts.intl.tencentcloudapi.com";

fn node() -> (&'static str, String) {
    let expiry = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs() + 3600;
    let answer = format!(
        r#"{{"TmpSecretId":"AKIDnode","TmpSecretKey":"secret-1","ExpiredTime":{expiry},"Token":"secret-2","Code":"Success"}}"#
    );
    (METADATA, answer)
}

fn pod() -> (&'static str, String) {
    let expiry = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs() + 3600;
    let credentials = r#"{"TmpSecretId":"AKIDpod","TmpSecretKey":"secret-1","Token":"secret-2"}"#;
    (STS, format!(r#"{{"Response":{{"Credentials":{credentials},"ExpiredTime":{expiry},"RequestId":"r"}}}}"#))
}

/// A machine: its variables, the files below its root, and its network.
struct Machine {
    root: tempfile::TempDir,
    network: Network,
}

impl Machine {
    fn with(answers: &[(&'static str, String)]) -> Self {
        let network = Network { answers: answers.to_vec(), ..Network::default() };
        Self { root: tempfile::tempdir().unwrap(), network }
    }

    fn file(&self, path: &str, text: &str) -> String {
        let path = self.root.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    fn chain(&self, variables: &[(&'static str, &str)]) -> DefaultCredentials {
        DefaultCredentials::with_access(Access {
            env: Env::on_disk(variables, self.root.path()),
            transport: Arc::new(self.network.clone()),
            clock: Arc::new(SystemClock),
            site: Some(Site::International),
        })
    }

    /// The variables of a pod, whose token is in a file.
    fn pod(&self) -> [(&'static str, String); 4] {
        [
            ("TKE_REGION", "ap-singapore".to_owned()),
            ("TKE_PROVIDER_ID", "provider".to_owned()),
            ("TKE_WEB_IDENTITY_TOKEN_FILE", self.file("token", "a.b.c")),
            ("TKE_ROLE_ARN", "qcs::cam::uin/1:roleName/pod".to_owned()),
        ]
    }
}

fn borrowed<'a>(variables: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    variables.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

async fn given(chain: &DefaultCredentials) -> String {
    match chain.provide().await {
        Ok(Some(credential)) => credential.secret_id().to_owned(),
        Ok(None) => "none".to_owned(),
        Err(error) => error.to_string(),
    }
}

const PROFILE: &str = "[default]\nsecret_id = AKIDprofile\nsecret_key = secret-1\n";
const TCCLI: &str = r#"{"secretId":"AKIDtccli","secretKey":"secret-1"}"#;

#[tokio::test]
async fn the_first_source_that_has_one_gives_it() {
    let machine = Machine::with(&[pod(), node()]);
    let mut variables = vec![
        ("TENCENTCLOUD_SECRET_ID", "AKIDenvironment".to_owned()),
        ("TENCENTCLOUD_SECRET_KEY", "secret-1".to_owned()),
    ];
    variables.extend(machine.pod());
    let profile = machine.file("home/.tencentcloud/credentials", PROFILE);
    let tccli = machine.file("home/.tccli/default.credential", TCCLI);
    assert_eq!(given(&machine.chain(&borrowed(&variables))).await, "AKIDenvironment");
    assert_eq!(given(&machine.chain(&borrowed(&variables[2..]))).await, "AKIDprofile");
    std::fs::remove_file(profile).unwrap();
    assert_eq!(given(&machine.chain(&borrowed(&variables[2..]))).await, "AKIDtccli");
    std::fs::remove_file(tccli).unwrap();
    assert!(machine.network.asked.lock().unwrap().is_empty());
    assert_eq!(given(&machine.chain(&borrowed(&variables[2..]))).await, "AKIDpod");
    assert_eq!(*machine.network.asked.lock().unwrap(), [STS]);
    assert_eq!(given(&machine.chain(&[])).await, "AKIDnode");
}

/// Nobody becomes somebody else while the program runs.
#[tokio::test]
async fn the_source_that_served_is_asked_again_and_no_other() {
    let machine = Machine::with(&[node()]);
    let profile = machine.file("home/.tencentcloud/credentials", PROFILE);
    let chain = machine.chain(&[]);
    assert_eq!(given(&chain).await, "AKIDprofile");
    std::fs::remove_file(&profile).unwrap();
    let message = given(&chain).await;
    let expected = "profile file: it gave a credential before, and has none now: the profile file ";
    assert!(message.starts_with(expected) && message.contains("(not there)"), "{message}");
    machine.file("home/.tencentcloud/credentials", &PROFILE.replace("AKIDprofile", "AKIDnext"));
    assert_eq!(given(&chain).await, "AKIDnext");
    assert!(machine.network.asked.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_broken_source_ends_the_search() {
    let machine = Machine::with(&[node()]);
    for (variables, expected) in [
        (
            &[("TENCENTCLOUD_SECRET_ID", "AKID")][..],
            "environment: TENCENTCLOUD_SECRET_ID is set, but TENCENTCLOUD_SECRET_KEY",
        ),
        (
            &[("TKE_REGION", "ap-singapore"), ("TKE_ROLE_ARN", "arn"), ("TKE_PROVIDER_ID", "")],
            "TKE pod: set: TKE_REGION and TKE_ROLE_ARN; unset or empty: TKE_PROVIDER_ID and TKE_WEB_IDENTITY_TOKEN_FILE; ",
        ),
    ] {
        let message = given(&machine.chain(variables)).await;
        assert!(message.starts_with(expected), "{message}");
    }
    machine.file("home/.tencentcloud/credentials", "[default]\nsecret_id = AKIDprofile\n");
    let message = given(&machine.chain(&[])).await;
    assert!(message.starts_with("profile file: ") && message.contains("secret_key is missing"), "{message}");
    assert!(machine.network.asked.lock().unwrap().is_empty());
}

#[tokio::test]
async fn nothing_found_lists_every_source_and_why_it_didnt_serve() {
    let machine = Machine::with(&[]);
    let client = Client::builder().credentials(machine.chain(&[])).build().unwrap();
    let message = client.credential().await.unwrap_err().to_string();
    let root = machine.root.path().display();
    let expected = format!(
        "no credentials found in the environment variables TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY (both unset \
         or empty); the profile file {root}/home/.tencentcloud/credentials (not there) or \
         {root}/etc/tencentcloud/credentials (not there); tccli's file {root}/home/.tccli/default.credential (not there); \
         the variables of a TKE pod (TKE_REGION, TKE_PROVIDER_ID, TKE_WEB_IDENTITY_TOKEN_FILE, TKE_ROLE_ARN are unset or \
         empty); the metadata service at http://metadata.tencentyun.com (not reachable); set them, or give the client \
         builder `.credentials(…)`"
    );
    assert_eq!(message, expected);
}

/// A laptop, in a network that answers for hosts that aren't there.
#[tokio::test(start_paused = true)]
async fn what_isnt_the_metadata_service_means_elsewhere() {
    for (answer, reason) in [
        ("<html>search for it</html>", "something else answers there"),
        ("", "no role is bound to this instance"),
        ("hangs", "not reachable"),
    ] {
        let machine = Machine::with(&[(METADATA, answer.to_owned())]);
        let chain = machine.chain(&[]);
        assert_eq!(given(&chain).await, "none", "{answer}");
        assert!(chain.looks_at().ends_with(&format!(" ({reason})")), "{}", chain.looks_at());
    }
}

#[tokio::test(start_paused = true)]
async fn a_source_that_hangs_is_named() {
    let machine = Machine::with(&[(STS, "hangs".to_owned()), node()]);
    let variables = machine.pod();
    let message = given(&machine.chain(&borrowed(&variables))).await;
    let expected =
        "TKE pod: the role qcs::cam::uin/1:roleName/pod: sts AssumeRoleWithWebIdentity: no answer within 10s";
    assert!(message.starts_with(expected), "{message}");
    assert!(!machine.network.asked.lock().unwrap().contains(&METADATA.to_owned()));
}

#[tokio::test]
async fn examining_asks_all_and_shows_no_secret() {
    let machine = Machine::with(&[pod(), node()]);
    machine.file("home/.tencentcloud/credentials", &PROFILE.replace("AKIDprofile", "AKIDz8krbsJ5yKBZQpn74WF"));
    machine.file("home/.tccli/default.credential", "{");
    let variables = machine.pod();
    let chain = machine.chain(&borrowed(&variables));
    let examined = chain.examine().await;
    let lines: Vec<_> = examined.iter().map(ToString::to_string).collect();
    let root = machine.root.path().display();
    let places = format!("from the profile file {root}/home/.tencentcloud/credentials");
    for (line, expected) in lines.iter().zip([
        "environment: nothing in the environment variables ",
        "profile file: AKIDz8…74WF, a long-term key, ",
        "tccli: broken: ",
        "TKE pod: AKID…, a temporary key until 20",
        "CVM role: AKID…, a temporary key until 20",
    ]) {
        assert!(line.starts_with(expected), "{line}");
    }
    assert!(lines[1].contains(&places), "{}", lines[1]);
    assert!(
        lines[3].ends_with(", from the role qcs::cam::uin/1:roleName/pod, which TKE_ROLE_ARN names"),
        "{}",
        lines[3]
    );
    assert!(lines[4].ends_with(", from the metadata service at http://metadata.tencentyun.com"), "{}", lines[4]);
    let shown = format!("{lines:?} {examined:?} {chain:?}");
    assert!(!shown.contains("secret-") && !shown.contains("a.b.c"), "{shown}");
    // It has chosen nothing.
    assert_eq!(given(&chain).await, "AKIDz8krbsJ5yKBZQpn74WF");
}
