//! Calls that fail, each in its way.

use std::borrow::Cow;
use std::future::{Future, pending, ready};
use std::num::NonZeroU32;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use http_body::Frame;
use tencent_action::{
    Body, Client, Credential, CredentialError, Error, ProvideCredential, RateKey, RateLimitError, RateLimiter,
    TransportError, tencent_action, tencent_data,
};

use crate::codes::refusal;
use crate::support::{HastyClock, answered, client};

#[tencent_action(service = "vod", version = "2018-07-17", response = Task, stream = Task)]
struct Call;

#[tencent_data]
struct Task {
    task: u64,
}

/// What came of a call that may run twice or not.
pub(super) type Fails = Box<dyn Fn(bool) -> Pin<Box<dyn Future<Output = Error>>>>;

pub(super) fn sends(client: Client) -> Fails {
    Box::new(move |idempotent| {
        let call = Call.send(&client).idempotent(idempotent);
        Box::pin(async { call.await.map(|reply| reply.task).unwrap_err() })
    })
}

/// Of a stream that begins, and fails then.
pub(super) fn streams(client: Client) -> Fails {
    Box::new(move |idempotent| {
        let call = Call.stream(&client).idempotent(idempotent);
        Box::pin(async { call.await.unwrap().next().await.unwrap().map(|task| task.task).unwrap_err() })
    })
}

pub(super) fn code(code: &str) -> Fails {
    sends(answered(200, refusal(code)))
}

pub(super) fn transport(error: fn() -> TransportError) -> Fails {
    let fails = move |_: Request<Bytes>| ready(Err::<Response<Bytes>, _>(error()));
    sends(client().transport(fails).build().unwrap())
}

/// A stream of this, and then nothing, or a broken connection, or the end.
pub(super) fn event(body: impl Fn() -> Body + Send + Sync + 'static) -> Fails {
    let answer = move |_: Request<Bytes>| {
        let response = Response::builder().header("Content-Type", "text/event-stream").body(body());
        ready(Ok::<_, TransportError>(response.unwrap()))
    };
    streams(client().clock(HastyClock).transport(answer).build().unwrap())
}

pub(super) fn event_with_code(code: &str) -> Fails {
    let text = format!("data: {{\"Error\":{{\"Code\":\"{code}\",\"Message\":\"m\"}}}}\n\n");
    event(move || text.clone().into())
}

/// The body of which nothing comes, or only that it broke.
struct Silent {
    breaks: bool,
}

impl http_body::Body for Silent {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        if self.breaks {
            return Poll::Ready(Some(Err(TransportError::maybe_sent("the connection broke"))));
        }
        Poll::Pending
    }
}

/// Lets nothing go: for one of these reasons, or without a word.
pub(super) enum Closed {
    TooLate,
    Broken,
    Silent,
}

#[async_trait]
impl RateLimiter for Closed {
    async fn acquire(&self, _: &RateKey, _: NonZeroU32, _: Duration) -> Result<(), RateLimitError> {
        match self {
            Self::TooLate => Err(RateLimitError::too_late()),
            Self::Broken => Err(RateLimitError::new("redis: connection refused")),
            Self::Silent => pending().await,
        }
    }
}

pub(super) fn limited(limiter: Closed) -> Fails {
    sends(client().clock(HastyClock).rate_limiter(limiter).rate_limit("vod", "Call", 20).build().unwrap())
}

pub(super) fn answers(answers: &[(u16, &'static str)]) -> Vec<Fails> {
    answers.iter().map(|&(status, body)| sends(answered(status, body))).collect()
}

#[derive(Debug)]
struct Nobody;

#[async_trait]
impl ProvideCredential for Nobody {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        Ok(None)
    }

    fn looks_at(&self) -> Cow<'static, str> {
        "nothing".into()
    }
}

pub(super) fn never() -> Fails {
    let never = |_: Request<Bytes>| pending::<Result<Response<Bytes>, TransportError>>();
    sends(client().clock(HastyClock).transport(never).build().unwrap())
}

/// Of an attempt that has a time of its own, ahead of the deadline.
pub(super) fn slow() -> Fails {
    let never = |_: Request<Bytes>| pending::<Result<Response<Bytes>, TransportError>>();
    let builder = client().clock(HastyClock).attempt_timeout(Duration::from_secs(5));
    sends(builder.transport(never).build().unwrap())
}

/// Of bodies that break before they begin.
pub(super) fn broken_body() -> Fails {
    let broken = |_: Request<Bytes>| ready(Ok::<_, TransportError>(Response::new(silent(true))));
    sends(client().transport(broken).build().unwrap())
}

/// A body of which nothing comes, or only that it broke.
pub(super) fn silent(breaks: bool) -> Body {
    Body::new(Silent { breaks })
}

/// Of answers that are larger than the client takes.
pub(super) fn too_large(body: &'static str) -> Fails {
    let answer = move |_: Request<Bytes>| ready(Ok::<_, TransportError>(Response::new(body)));
    sends(client().transport(answer).response_limit(10).build().unwrap())
}

pub(super) fn without_credential() -> Fails {
    sends(client().credentials(Nobody).build().unwrap())
}

/// Of a call with a region that is none.
pub(super) fn without_region() -> Fails {
    let client = answered(200, "");
    Box::new(move |idempotent| {
        let call = Call.send(&client).region("No region!").idempotent(idempotent);
        Box::pin(async { call.await.map(|reply| reply.task).unwrap_err() })
    })
}
