use std::fs;
use std::future::poll_fn;
use std::path::PathBuf;
use std::task::Poll;
use std::time::SystemTime;

use super::*;
use crate::clock::Clock;
use crate::credential::provider::ask;

/// A clock that stands still, and whose waits end when a file has something in it.
#[derive(Debug)]
struct Waiting(Option<PathBuf>);

#[async_trait]
impl Clock for Waiting {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_551_113_065)
    }

    async fn sleep(&self, _: Duration) {
        poll_fn(|cx| match &self.0 {
            None => Poll::Pending,
            Some(path) if fs::read(path).is_ok_and(|bytes| bytes.ends_with(b"\n")) => Poll::Ready(()),
            Some(_) => {
                cx.waker().wake_by_ref();
                Poll::Pending
            }
        })
        .await;
    }
}

fn shell(script: &str) -> ProcessCredentials {
    ProcessCredentials::new("sh").arg("-c").arg(script).arg("marker-argument")
}

async fn ask_within(source: &ProcessCredentials, clock: &dyn Clock) -> Result<Credential, String> {
    let outcome = ask(source, clock).await.map(|credential| credential.unwrap()).map_err(|error| error.to_string());
    assert!(!format!("{outcome:?} {source:?}").contains("marker"), "{outcome:?}");
    outcome
}

async fn printing(script: &str) -> Result<Credential, String> {
    ask_within(&shell(script), &Waiting(None)).await
}

#[tokio::test]
async fn what_the_program_prints_is_the_credential() {
    let json =
        r#"{"SecretId":"AKID","SecretKey":"marker-key","Token":"marker-token","Expiration":"2019-02-25T17:44:25Z"}"#;
    let credential = printing(&format!("printf '%s\\n' '{json}'")).await.unwrap();
    assert_eq!((credential.secret_id(), credential.secret_key()), ("AKID", "marker-key"));
    assert_eq!(credential.token(), Some("marker-token"));
    assert_eq!(credential.expires_at(), Some(SystemTime::UNIX_EPOCH + Duration::from_secs(1_551_116_665)));
    let json = r#"{"SecretId":"A","SecretKey":"k","Token":null,"Expiration":1551116665,"More":1}"#;
    let credential = printing(&format!("echo '{json}'; echo chatter >&2")).await.unwrap();
    assert_eq!(credential.expires_at(), Some(SystemTime::UNIX_EPOCH + Duration::from_secs(1_551_116_665)));
}

#[tokio::test]
async fn arguments_go_to_the_program_as_they_are() {
    let print = r#"printf '{"SecretId":"%s","SecretKey":"k"}' "$1""#;
    let source = ProcessCredentials::new("sh").arg("-c").arg(print).arg("sh").arg("$(id);'`");
    assert_eq!(source.provide().await.unwrap().unwrap().secret_id(), "$(id);'`");
}

#[tokio::test]
async fn a_key_that_lasts_is_asked_for_once_and_one_that_expires_each_time() {
    let root = tempfile::tempdir().unwrap();
    let count = root.path().join("count");
    for (expiration, runs) in [("null", 1), ("1551116665", 3)] {
        fs::write(&count, "").unwrap();
        let json = format!(r#"{{"SecretId":"A","SecretKey":"k","Expiration":{expiration}}}"#);
        let source = shell(&format!("echo >> '{}'; echo '{json}'", count.display()));
        let (first, second) = tokio::join!(source.provide(), source.provide());
        for answer in [first, second, source.provide().await] {
            assert_eq!(answer.unwrap().unwrap().secret_id(), "A");
        }
        assert_eq!(fs::read(&count).unwrap().len(), runs);
    }
}

#[tokio::test]
async fn a_program_that_fails_is_quoted_by_status_and_first_line() {
    let failed = printing("echo marker-out; echo; echo ' no such account ' >&2; echo more >&2; exit 3").await;
    assert_eq!(failed.unwrap_err(), "the program `sh` ended with exit status: 3: no such account");
    assert_eq!(
        printing("exit 1").await.unwrap_err(),
        "the program `sh` ended with exit status: 1: it said nothing of why"
    );
    let signalled = printing("echo marker-out; kill -9 $$").await.unwrap_err();
    assert!(signalled.starts_with("the program `sh` ended with signal: 9 (SIGKILL)"), "{signalled}");
    let long = printing("printf 'a\\033[31m%01000d' 0 >&2; exit 1").await.unwrap_err();
    assert!(long.contains(": a[31m000") && long.len() < 300 && !long.contains('\u{1b}'), "{long}");
    let missing = ask_within(&ProcessCredentials::new("/no/such program").arg("marker"), &Waiting(None)).await;
    assert!(missing.unwrap_err().starts_with("the program `/no/such program` can't be run: No such file"));
}

#[tokio::test]
async fn what_is_no_credential_is_refused_without_being_shown() {
    for (script, expected) in [
        ("", "printed nothing"),
        ("echo marker", "printed what isn't JSON (line 1, column 1)"),
        ("echo '{\"SecretKey\":7}'", "printed what has a member of the wrong type, or twice (line 1, column 14)"),
        ("echo '{\"SecretKey\":\"marker\"}'", "printed no SecretId"),
        ("echo '{\"SecretId\":\"marker\",\"SecretKey\":\"\"}'", "printed no SecretKey"),
        (
            "echo '{\"SecretId\":\"A\",\"SecretKey\":\"marker k\"}'",
            "printed a credential that is faulty: the secret key has a character that no key has: was it copied \
             whole, and nothing else?",
        ),
        (
            "echo '{\"SecretId\":\"A\",\"SecretKey\":\"marker\",\"Token\":\"marker\"}'",
            "printed a Token but no Expiration, which belongs to it",
        ),
        ("printf 'marker\\377'", "printed what isn't UTF-8"),
        ("yes marker | head -c 70000", "printed more than 64 KiB, which no credential is"),
    ] {
        assert_eq!(printing(script).await.unwrap_err(), format!("the program `sh` {expected}"), "{script}");
    }
    let expired = printing(r#"echo '{"SecretId":"A","SecretKey":"k","Expiration":1551113065}'"#).await;
    let expected = "the program `sh`: the credential expired at 2019-02-25T16:44:25Z, by this machine's clock";
    assert_eq!(expired.unwrap_err(), expected);
}

#[tokio::test]
async fn a_program_that_says_much_on_both_ends_is_read_on_both() {
    let script = "yes complaint | head -c 300000 >&2; echo '{\"SecretId\":\"A\",\"SecretKey\":\"k\"}'";
    assert_eq!(printing(script).await.unwrap().secret_id(), "A");
}

/// The other holds both ends open, until the test is over.
#[tokio::test]
async fn a_program_that_leaves_another_behind_has_ended() {
    let root = tempfile::tempdir().unwrap();
    let other = format!("while [ -e '{}' ]; do sleep 0.1; done &", root.path().display());
    let credential = printing(&format!("{other} echo '{{\"SecretId\":\"A\",\"SecretKey\":\"k\"}}'")).await.unwrap();
    assert_eq!(credential.secret_id(), "A");
    let failed = printing(&format!("{other} echo ' no such account ' >&2; exit 3")).await;
    assert_eq!(failed.unwrap_err(), "the program `sh` ended with exit status: 3: no such account");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_program_that_hangs_is_killed() {
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("pid");
    let source = shell(&format!("echo $$ > '{}'; exec sleep 1000", path.display())).timeout(Duration::from_secs(7));
    let outcome = ask_within(&source, &Waiting(Some(path.clone()))).await;
    assert_eq!(outcome.unwrap_err(), "no answer within 7s from the program `sh`");

    // It has been sent the signal; it may take a moment to be gone.
    let status = format!("/proc/{}/stat", fs::read_to_string(path).unwrap().trim());
    while fs::read_to_string(&status).is_ok_and(|stat| !stat.contains(") Z ")) {
        tokio::task::yield_now().await;
    }
}
