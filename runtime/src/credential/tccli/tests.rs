use std::fs;
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::*;

const NOW: u64 = 1_551_113_065;

/// A clock that stands still.
#[derive(Debug)]
struct Stopped;

#[async_trait]
impl Clock for Stopped {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(NOW)
    }

    async fn sleep(&self, _: Duration) {}
}

/// A home with this file for a profile.
fn home(profile: &str, json: &str) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let directory = root.path().join("home/.tccli");
    fs::create_dir_all(&directory).unwrap();
    fs::write(directory.join(format!("{profile}.credential")), json).unwrap();
    root
}

fn source(root: &TempDir, variables: &[(&'static str, &str)]) -> TccliCredentials {
    TccliCredentials::new().clock(Stopped).with_env(Env::on_disk(variables, root.path()))
}

/// What is found; or what an error says, or where it was looked, with `HOME` for the directory.
async fn found(root: &TempDir, source: TccliCredentials) -> Result<Credential, String> {
    let outcome = match source.provide().await {
        Ok(Some(credential)) => return Ok(credential),
        Ok(None) => source.looks_at().into_owned(),
        Err(error) => error.to_string(),
    };
    assert!(!format!("{outcome} {source:?}").contains("marker"), "{outcome}");
    Err(outcome.replace(&root.path().join("home").display().to_string(), "HOME"))
}

async fn default(json: &str) -> Result<Credential, String> {
    let root = home("default", json);
    found(&root, source(&root, &[])).await
}

async fn fault(json: &str) -> String {
    default(json).await.unwrap_err()
}

#[tokio::test]
async fn a_key_pair_serves_with_or_without_a_token() {
    let pair = default(r#"{"secretId": "AKID", "secretKey": "key"}"#).await.unwrap();
    assert_eq!((pair.secret_id(), pair.secret_key(), pair.token()), ("AKID", "key", None));
    assert_eq!(pair.expires_at(), None);
    let json = "\u{feff}{\"type\": \"default\", \"secretId\": \"A\", \"secretKey\": \"k\", \"token\": \"t\"}\r\n";
    assert_eq!(default(json).await.unwrap().token(), Some("t"));
    let json = r#"{"secretId": "A", "secretKey": "k", "token": null, "expiresAt": null, "role-arn": "", "x": [1]}"#;
    assert!(!default(json).await.unwrap().is_temporary());
}

#[tokio::test]
async fn a_login_serves_until_it_expires_and_then_says_how_to_log_in_again() {
    let json = |kind: &str, at: u64| {
        format!(
            r#"{{"type": "{kind}", "secretId": "AKID", "secretKey": "marker", "token": "marker", "expiresAt": {at},
                "oauth": {{"openId": "marker", "expiresAt": 1}}}}"#
        )
    };
    for (kind, cure) in [("oauth", "`tccli auth login`"), ("sso", "`tccli sso login`")] {
        let credential = default(&json(kind, NOW + 1)).await.unwrap();
        assert_eq!(credential.expires_at(), Some(Stopped.now() + Duration::from_secs(1)));
        let expected = format!(
            "tccli's file HOME/.tccli/default.credential has keys that expired at 2019-02-25T16:44:25Z; {cure} logs in again"
        );
        assert_eq!(fault(&json(kind, NOW)).await, expected);
    }
    let root = home("work", &json("sso", 1));
    let message = found(&root, source(&root, &[(PROFILE, "work")])).await.unwrap_err();
    assert!(message.ends_with("; `tccli sso login --profile work` logs in again"), "{message}");
}

#[tokio::test]
async fn what_another_source_serves_is_passed_over() {
    let expected = "tccli's file HOME/.tccli/default.credential (its type is cvm-role: the role of the CVM is a source \
                    of its own)";
    assert_eq!(fault(r#"{"type": "cvm-role", "secretId": "old", "secretKey": "marker"}"#).await, expected);
    let expected = "tccli's file HOME/.tccli/default.credential (it has no keys)";
    assert_eq!(fault("{}").await, expected);
    assert_eq!(fault(r#"{"secretId": "", "secretKey": null}"#).await, expected);
    let root = tempfile::tempdir().unwrap();
    let message = found(&root, source(&root, &[])).await.unwrap_err();
    assert_eq!(message, "tccli's file HOME/.tccli/default.credential (not there)");
    let homeless = TccliCredentials::new().with_env(Env::empty());
    assert_eq!(found(&root, homeless).await.unwrap_err(), "the files of tccli (there is no home directory to look in)");
}

#[tokio::test]
async fn a_role_to_assume_is_not_mistaken_for_the_keys_beside_it() {
    let json = r#"{"secretId": "AKID", "secretKey": "marker", "role-arn": "qcs::…", "role-session-name": "me"}"#;
    let message = fault(json).await;
    assert!(
        message.starts_with("tccli's file HOME/.tccli/default.credential names a role to assume (`role-arn`)"),
        "{message}"
    );
    let json = r#"{"secretId": "AKID", "secretKey": "marker", "role-arn": "tccli wants both"}"#;
    assert_eq!(default(json).await.unwrap().secret_id(), "AKID");
}

#[tokio::test]
async fn faults_name_the_file_and_show_nothing_of_it() {
    for (json, expected) in [
        ("", "is empty"),
        (" \n", "is empty"),
        ("marker", "isn't JSON (line 1, column 1)"),
        (r#"{"secretId": "marker"#, "isn't JSON (line 1, column 20)"),
        (r#"{"secretKey": ["marker"]}"#, "has a member of the wrong type, or twice (line 1, column 14)"),
        ("[\"marker\"]", "has a member of the wrong type, or twice (line 1, column 10)"),
        (r#"{"secretKey": "marker", "secretKey": ""}"#, "has a member of the wrong type, or twice (line 1, column 35)"),
        (r#"{"expiresAt": "marker"}"#, "has a member of the wrong type, or twice (line 1, column 22)"),
        (r#"{"secretId": "marker"}"#, "has a secretId but no secretKey; `tccli configure` writes new ones"),
        (r#"{"secretKey": "marker"}"#, "has a secretKey but no secretId; `tccli configure` writes new ones"),
        (r#"{"type": "oauth"}"#, "has no keys; `tccli auth login` logs in again"),
        (
            r#"{"secretId": "a b", "secretKey": "marker"}"#,
            "is faulty: the secret id has a character that no key has: was it copied whole, and nothing else?",
        ),
    ] {
        assert_eq!(fault(json).await, format!("tccli's file HOME/.tccli/default.credential {expected}"), "{json}");
    }
}

#[tokio::test]
async fn the_profile_is_the_one_asked_for() {
    let root = home("work", r#"{"secretId": "AKIDwork", "secretKey": "k"}"#);
    assert!(found(&root, source(&root, &[])).await.is_err());
    assert_eq!(found(&root, source(&root, &[(PROFILE, "work")])).await.unwrap().secret_id(), "AKIDwork");
    assert_eq!(found(&root, source(&root, &[(PROFILE, "no")]).profile("work")).await.unwrap().secret_id(), "AKIDwork");
    let asked = source(&root, &[]).profile("work");
    assert_eq!(asked.looks_at(), "the files of tccli");
    asked.provide().await.unwrap();
    let place = asked.looks_at().into_owned();
    assert!(place.starts_with("tccli's file ") && place.ends_with("/home/.tccli/work.credential"), "{place}");
    let elsewhere = TccliCredentials::new().directory(root.path().join("home/.tccli")).profile("work");
    assert_eq!(found(&root, elsewhere.with_env(Env::empty())).await.unwrap().secret_id(), "AKIDwork");

    let message = found(&root, source(&root, &[(PROFILE, "no")])).await.unwrap_err();
    assert_eq!(
        message,
        "TCCLI_PROFILE asks for the tccli profile `no`, but tccli's file HOME/.tccli/no.credential is not there"
    );
    let message = found(&root, source(&root, &[]).profile("../x")).await.unwrap_err();
    assert_eq!(message, "the program asks for the tccli profile `../x`, which can't be one");
}
