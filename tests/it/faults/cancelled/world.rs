//! A cloud and a client with as many places to wait at as there can be.

use std::borrow::Cow;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use http_body::Frame;
use tencent_action::fake::{FakeCloud, FakeTransport, Fault, StreamItem};
use tencent_action::{
    Body, Client, ClientBuilder, Clock, Credential, CredentialError, Empty, Error, Failover, ProvideCredential, Site,
    SystemClock, Transport, TransportError, tencent_action, tencent_data,
};
use tokio::time::Instant;

use super::steps::give_way;
use crate::faults::{VirtualClock, seconds};

#[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 1)]
pub(super) struct Task {
    caller: String,
}

#[tencent_action(service = "hunyuan", version = "2023-09-01", stream = Word, rate_limit = 1)]
struct Chat {
    caller: String,
}

#[tencent_data]
struct Word {
    text: String,
}

/// How long a credential takes to come.
pub(super) const ISSUE: Duration = Duration::from_secs(1);

/// The hosts of a world that has two. Those that have one have the first.
pub(super) const FIRST: &str = "vod.tencentcloudapi.com";
pub(super) const OTHER: &str = "gateway.example";

#[derive(Clone)]
pub(super) struct World {
    pub(super) cloud: FakeCloud,
    pub(super) client: Client,
    /// Whose operations have run.
    ran: Arc<Mutex<Vec<String>>>,
    /// When requests were handed to the transport, and for which hosts.
    sent: Sent,
    /// How many of them the client knows to have failed.
    failed: Arc<AtomicUsize>,
    /// When a credential was asked for.
    asked: Arc<Mutex<Vec<Instant>>>,
}

impl World {
    pub(super) fn new() -> Self {
        Self::with(|client| client)
    }

    /// One with two hosts, of which the first has failed, and is to be probed.
    pub(super) async fn half_open() -> Self {
        let pause = seconds(10);
        let other = Failover::new().endpoint(format!("https://{OTHER}")).after_failures(1).pause(pause);
        let world = Self::with(|client| client.site(Site::Mainland).failover(other));
        world.cloud.fault(Fault::refused());
        world.call("before", false, false).await.unwrap();
        assert_eq!((world.hosts(), world.failed()), (vec![FIRST.to_owned(), OTHER.to_owned()], 1));
        SystemClock.sleep(pause).await;
        world
    }

    fn with(finish: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Self {
        let clock = VirtualClock::new();
        let cloud = FakeCloud::builder().clock(clock).in_process();
        for number in 1..4 {
            cloud.add_credential(key(number, &clock));
        }
        let (sent, failed, asked) = (Sent::default(), Arc::<AtomicUsize>::default(), Arc::<Mutex<Vec<_>>>::default());
        let transport = Hesitant { cloud: cloud.transport(), sent: Arc::clone(&sent), failed: Arc::clone(&failed) };
        let issuer = Issuer { clock, asked: Arc::clone(&asked) };
        let client = finish(cloud.client().transport(transport).credentials(issuer)).build().unwrap();
        let world = Self { cloud, client, ran: Arc::default(), sent, failed, asked };
        world.handle();
        world
    }

    fn handle(&self) {
        let ran = Arc::clone(&self.ran);
        self.cloud.on(move |task: Task| {
            ran.lock().unwrap().push(task.caller);
            Ok(Empty)
        });
        let ran = Arc::clone(&self.ran);
        self.cloud.on_stream(move |chat: Chat| {
            ran.lock().unwrap().push(chat.caller);
            let word = || StreamItem::Chunk(Word { text: "word".to_owned() });
            Ok([word(), StreamItem::Silence(seconds(2)), word()])
        });
    }

    pub(super) async fn call(&self, caller: &str, streams: bool, idempotent: bool) -> Result<(), Error> {
        let caller = caller.to_owned();
        if !streams {
            return Task { caller }.send(&self.client).idempotent(idempotent).await.map(drop);
        }
        let mut words = Chat { caller }.stream(&self.client).idempotent(idempotent).await?;
        while let Some(word) = words.next().await {
            assert_eq!(word?.text, "word");
        }
        Ok(())
    }

    /// The key that was given first opens nothing any more.
    pub(super) fn exchange_first_key(&self) {
        self.cloud.add_credential(key(1, &VirtualClock::new()).with_token("exchanged"));
    }

    pub(super) fn runs(&self, caller: &str) -> usize {
        self.ran.lock().unwrap().iter().filter(|ran| *ran == caller).count()
    }

    pub(super) fn sent(&self) -> Vec<Instant> {
        self.sent.lock().unwrap().iter().map(|(_, at)| *at).collect()
    }

    /// Where they went.
    pub(super) fn hosts(&self) -> Vec<String> {
        self.sent.lock().unwrap().iter().map(|(host, _)| host.clone()).collect()
    }

    pub(super) fn failed(&self) -> usize {
        self.failed.load(Ordering::SeqCst)
    }

    pub(super) fn asked(&self) -> Vec<Instant> {
        self.asked.lock().unwrap().clone()
    }
}

fn key(number: usize, clock: &VirtualClock) -> Credential {
    let key = Credential::with_secret_id(format!("AKIDtemporary{number}")).secret_key("secret");
    key.with_token(format!("token-{number}")).with_expiry(clock.now() + seconds(10_000))
}

/// Gives one key after the other, each for hours.
#[derive(Debug)]
struct Issuer {
    clock: VirtualClock,
    asked: Arc<Mutex<Vec<Instant>>>,
}

#[async_trait]
impl ProvideCredential for Issuer {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        let number = {
            let mut asked = self.asked.lock().unwrap();
            asked.push(Instant::now());
            asked.len()
        };
        give_way().await;
        SystemClock.sleep(ISSUE).await;
        Ok(Some(key(number, &self.clock)))
    }

    fn looks_at(&self) -> Cow<'static, str> {
        "a test".into()
    }
}

type Sent = Arc<Mutex<Vec<(String, Instant)>>>;

/// Waits before it sends, before it answers, and before each piece of a body.
struct Hesitant {
    cloud: FakeTransport,
    sent: Sent,
    failed: Arc<AtomicUsize>,
}

#[async_trait]
impl Transport for Hesitant {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let host = request.uri().host().unwrap().to_owned();
        self.sent.lock().unwrap().push((host, Instant::now()));
        give_way().await;
        let response = self.cloud.send(request).await;
        give_way().await;
        self.failed.fetch_add(usize::from(response.is_err()), Ordering::SeqCst);
        Ok(response?.map(|body| Body::new(Pieces { body, waited: false })))
    }
}

struct Pieces {
    body: Body,
    waited: bool,
}

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        if !self.waited {
            self.waited = true;
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        self.waited = frame.is_pending();
        frame
    }
}
