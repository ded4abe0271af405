//! Credentials from this machine's files and programs, as a client uses them.

use std::fmt::{self, Write as _};
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use tempfile::TempDir;
use tencent_action::{Client, Error, ProcessCredentials, ProfileCredentials, ProvideCredential, TccliCredentials};
use tracing::field::{Field, Visit};
use tracing::span;

use crate::support::{ManageTask, Recorder, Recording, SECOND, StoppedClock};

const OK: &str = r#"{"Response":{"RequestId":"r"}}"#;

/// A directory with a file in it, that no one else can enter: only the test of the warning draws one. The first thread
/// to draw it settles for all whether there is anybody to listen, and the others have nobody.
fn file(name: &str, text: &str) -> (TempDir, PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    #[cfg(unix)]
    unix::set_mode(directory.path(), 0o700);
    let path = directory.path().join(name);
    fs::write(&path, text).unwrap();
    (directory, path)
}

fn client(source: impl ProvideCredential, recorder: &Arc<Recorder>) -> Client {
    let builder = Client::builder().without_env().credentials(source).clock(StoppedClock(SECOND));
    builder.transport(Recording(recorder.clone())).build().unwrap()
}

/// The secret id that a call was signed with, and its token.
async fn signed(client: &Client, recorder: &Recorder) -> (String, Option<String>) {
    ManageTask::abort("t").send(client).await.unwrap();
    let request = recorder.requests().pop().unwrap();
    let header = |name| request.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
    let authorization = header("authorization").unwrap();
    let (_, id) = authorization.split_once("Credential=").unwrap();
    (id.split('/').next().unwrap().to_owned(), header("x-tc-token"))
}

/// The error of a call, all of it: in no form does it hold what a file or program said in secret.
async fn refused(source: impl ProvideCredential) -> String {
    let recorder = Recorder::answering(OK);
    let client = client(source, &recorder);
    let error: Error = ManageTask::abort("t").send(&client).await.unwrap_err();
    assert!(error.is_credential() && recorder.requests().is_empty());
    let mut all = format!("{error} {error:?} {error:#?} {client:?}");
    let mut source = std::error::Error::source(&error);
    while let Some(error) = source {
        write!(all, " {error} {error:?}").unwrap();
        source = error.source();
    }
    assert!(!all.contains("marker"), "{all}");
    error.to_string()
}

#[tokio::test]
async fn a_profile_file_signs_and_is_read_anew_for_each_call() {
    let text = "\u{feff}; keys\r\n[prod]\r\nSecret_Id = AKIDprod\r\nsecret_key = k\r\ntoken = t\r\n";
    let (_directory, path) = file("credentials", text);
    let recorder = Recorder::answering(OK);
    let client = client(ProfileCredentials::new().file(&path).profile("prod"), &recorder);
    assert_eq!(signed(&client, &recorder).await, ("AKIDprod".to_owned(), Some("t".to_owned())));
    fs::write(&path, "[prod]\nsecret_id = AKIDnext\nsecret_key = k\n").unwrap();
    assert_eq!(signed(&client, &recorder).await, ("AKIDnext".to_owned(), None));
}

#[tokio::test]
async fn a_faulty_profile_file_stops_the_call_with_file_and_line() {
    for (text, expected) in [
        ("[default]\nsecret_id = AKID\n", ", line 1: section [default] has a secret_id, but its secret_key is missing"),
        ("[default]\nsecret_key = marker\n", ", line 1: section [default] has a secret_key, but its secret_id is"),
        ("[default]\nsecret_id = AKID\nsecret_key =\nmarker\n", ", line 4: it is neither `key = value` nor"),
        ("[other]\nsecret_key = marker\n", " (no section [default]; it has [other])"),
    ] {
        let (_directory, path) = file("credentials", text);
        let line = refused(ProfileCredentials::new().file(&path)).await;
        assert!(line.starts_with("vod ManageTask: "), "{line}");
        assert!(line.contains(&format!("{}{expected}", path.display())), "{line}");
    }
    let (_directory, path) = file("credentials", "[a]\n[b]\n");
    let line = refused(ProfileCredentials::new().file(path).profile("c")).await;
    assert!(line.ends_with("has no section [c], which the program asks for; it has [a], [b]"), "{line}");
}

#[tokio::test]
async fn a_login_of_tccli_signs_until_it_expires() {
    let json = |at: u64| {
        format!(r#"{{"type":"oauth","secretId":"AKID","secretKey":"marker","token":"marker","expiresAt":{at}}}"#)
    };
    let (directory, path) = file("default.credential", &json(SECOND + 3600));
    let source = TccliCredentials::new().directory(directory.path()).profile("default").clock(StoppedClock(SECOND));
    let recorder = Recorder::answering(OK);
    let client = client(source.clone(), &recorder);
    assert_eq!(signed(&client, &recorder).await, ("AKID".to_owned(), Some("marker".to_owned())));

    fs::write(&path, json(SECOND)).unwrap();
    let line = refused(source.clone()).await;
    assert!(
        line.ends_with("has keys that expired at 2019-02-25T16:44:25Z; `tccli auth login` logs in again"),
        "{line}"
    );
    fs::write(&path, "{\"secretKey\":\"marker").unwrap();
    assert!(refused(source).await.ends_with("default.credential isn't JSON (line 1, column 20)"));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;
    use std::time::Duration;

    use super::*;
    use crate::support::HastyClock;

    pub(super) fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    fn shell(script: &str) -> ProcessCredentials {
        ProcessCredentials::new("sh").arg("-c").arg(script).arg("marker")
    }

    #[tokio::test]
    async fn a_program_signs_with_what_it_prints() {
        let recorder = Recorder::answering(OK);
        let source = shell(r#"echo '{"SecretId":"AKIDprinted","SecretKey":"k","Token":"t","Expiration":1551116665}'"#);
        let client = client(source, &recorder);
        assert_eq!(signed(&client, &recorder).await, ("AKIDprinted".to_owned(), Some("t".to_owned())));
    }

    #[tokio::test]
    async fn a_program_that_fails_stops_the_call() {
        let line = refused(shell("echo marker; echo locked >&2; exit 2")).await;
        assert!(line.ends_with("the program `sh` ended with exit status: 2: locked"), "{line}");
        let line = refused(shell("echo marker")).await;
        assert!(line.ends_with("the program `sh` printed what isn't JSON (line 1, column 1)"), "{line}");
    }

    #[tokio::test]
    async fn a_program_that_hangs_is_given_up() {
        let source = shell("exec sleep 1000").timeout(Duration::from_secs(7));
        let builder = Client::builder().without_env().credentials(source).clock(HastyClock);
        let client = builder.transport(Recording(Recorder::answering(OK))).build().unwrap();
        let error = ManageTask::abort("t").send(&client).await.unwrap_err();
        assert!(!error.may_have_run() && (error.is_credential() || error.is_timeout()), "{error}");
    }

    #[tokio::test]
    async fn a_file_that_others_can_read_draws_one_warning() {
        let (directory, path) = file("credentials", "[default]\nsecret_id = AKID\nsecret_key = marker\n");
        set_mode(directory.path(), 0o755);
        set_mode(&path, 0o600);
        let (events, _guard) = Events::listen();
        let recorder = Recorder::answering(OK);
        let client = client(ProfileCredentials::new().file(&path), &recorder);
        signed(&client, &recorder).await;
        assert_eq!(events.warnings(), [""; 0]);

        set_mode(&path, 0o644);
        for _ in 0..3 {
            signed(&client, &recorder).await;
        }
        let warning = format!(
            "message=others can read this file of credentials; `chmod 600` closes it path={} mode=0644 ",
            path.display()
        );
        assert_eq!(events.warnings(), [warning]);
        assert!(!events.all().contains("marker"), "{}", events.all());
    }
}

/// Keeps what is logged, in the thread that asks for it and in those that work for it.
#[derive(Debug, Clone)]
pub(crate) struct Events(Arc<Mutex<Vec<(tracing::Level, String)>>>);

impl Events {
    /// Keeps what is logged until the guard goes.
    ///
    /// Behind it stands a subscriber for all threads: without one, an event that another test logs first, where nobody
    /// listens, would be switched off for all.
    pub(crate) fn listen() -> (Self, tracing::subscriber::DefaultGuard) {
        drop(tracing::subscriber::set_global_default(Deaf));
        let events = Self(Arc::default());
        (events.clone(), tracing::subscriber::set_default(events))
    }

    pub(crate) fn warnings(&self) -> Vec<String> {
        let events = self.0.lock().unwrap();
        events.iter().filter(|(level, _)| *level <= tracing::Level::WARN).map(|(_, text)| text.clone()).collect()
    }

    pub(crate) fn all(&self) -> String {
        format!("{:?}", self.0.lock().unwrap())
    }
}

impl tracing::Subscriber for Events {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &tracing::Event<'_>) {
        let mut text = Text::default();
        event.record(&mut text);
        self.0.lock().unwrap().push((*event.metadata().level(), text.0));
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

/// Wants to hear everything, and keeps nothing.
pub(crate) struct Deaf;

impl tracing::Subscriber for Deaf {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, _: &tracing::Event<'_>) {}

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

#[derive(Default)]
struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        write!(self.0, "{field}={value:?} ").unwrap();
    }
}
