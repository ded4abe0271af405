//! The tape: a line of JSON for each answer, with the action and the parameters that led to it.

use std::collections::{HashMap, VecDeque};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tencent_action::{Body, Transport, TransportError};

/// What is asked: action and body. Headers are left out, since they hold the signature.
type Question = (String, String);

fn question(request: &Request<Bytes>) -> Question {
    let action = request.headers().get("x-tc-action").and_then(|action| action.to_str().ok());
    (action.unwrap_or_default().to_owned(), String::from_utf8_lossy(request.body()).into_owned())
}

/// Keeps what passes through another transport.
pub(crate) struct Recorder {
    file: Arc<Mutex<File>>,
}

impl Recorder {
    pub(crate) fn create(path: &Path) -> io::Result<Self> {
        Ok(Self { file: Arc::new(Mutex::new(File::create(path)?)) })
    }

    /// A closure is a transport. This one hands on what comes, and notes it.
    pub(crate) fn around(self, inner: Arc<dyn Transport>) -> impl Transport {
        move |request: Request<Bytes>| {
            let (inner, file) = (Arc::clone(&inner), Arc::clone(&self.file));
            async move {
                let (action, asked) = question(&request);
                let (head, body) = inner.send(request).await?.into_parts();
                // The request was sent: whatever goes wrong from here on, the operation may have run.
                let body = body.collect().await?.to_bytes();
                let line = json!({
                    "action": action,
                    "asked": asked,
                    "status": head.status.as_u16(),
                    "answered": String::from_utf8_lossy(&body),
                });
                writeln!(file.lock().unwrap_or_else(PoisonError::into_inner), "{line}")?;
                Ok::<_, TransportError>(Response::from_parts(head, body))
            }
        }
    }
}

/// Answers from a tape: what was asked several times, in the order in which it was answered.
pub(crate) struct Player {
    answers: Mutex<HashMap<Question, VecDeque<(StatusCode, String)>>>,
}

impl Player {
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let mut answers: HashMap<_, VecDeque<_>> = HashMap::new();
        for line in BufReader::new(File::open(path)?).lines() {
            let line: Value = serde_json::from_str(&line?)?;
            let (question, answer) =
                read(&line).ok_or_else(|| io::Error::other("the tape has a line of another form"))?;
            answers.entry(question).or_default().push_back(answer);
        }
        Ok(Self { answers: Mutex::new(answers) })
    }
}

fn read(line: &Value) -> Option<(Question, (StatusCode, String))> {
    let text = |name: &str| line[name].as_str().map(str::to_owned);
    let status = StatusCode::from_u16(line["status"].as_u64()?.try_into().ok()?).ok()?;
    Some(((text("action")?, text("asked")?), (status, text("answered")?)))
}

#[async_trait::async_trait]
impl Transport for Player {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let question = question(&request);
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((status, body)) = answers.get_mut(&question).and_then(VecDeque::pop_front) else {
            let (action, asked) = question;
            return Err(TransportError::not_sent(format!("the tape has no answer to {action} {asked}")));
        };
        let mut response = Response::new(body.into());
        *response.status_mut() = status;
        Ok(response)
    }
}
