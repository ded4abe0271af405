//! Who sends: the client, reqwest and hyper-util, the latter two what they are given.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Uri};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client as HyperClient;
use hyper_util::rt::TokioExecutor;
use tencent_action::Client;

use crate::floor::Floor;
use crate::subject::{ManageTask, PlainTask, REGION, SECOND, credential};
use crate::tls;

/// Sends one request and reads what comes.
pub(super) type Sender = Arc<dyn Fn() -> Answered + Send + Sync>;

type Answered = Pin<Box<dyn Future<Output = ()> + Send>>;

pub(super) struct Candidate {
    pub(super) name: &'static str,
    pub(super) send: Sender,
}

pub(super) fn small(url: &str) -> Result<Vec<Candidate>, String> {
    let (constant, by_hand) = (request(url)?, reqwest_and_floor(url, PlainTask::small())?);
    Ok(vec![ours(url, ManageTask::small())?, reqwest(constant.clone())?, by_hand, hyper(constant)])
}

pub(super) fn large(url: &str) -> Result<Vec<Candidate>, String> {
    Ok(vec![ours(url, ManageTask::large())?, reqwest_and_floor(url, PlainTask::large())?])
}

/// The floor's request, to another address.
fn request(url: &str) -> Result<Request<Bytes>, String> {
    let payload = serde_json::to_vec(&PlainTask::small()).map_err(|error| error.to_string())?;
    let mut request = Floor::new().request(payload, SECOND);
    *request.uri_mut() = format!("{url}/").parse::<Uri>().map_err(|error| error.to_string())?;
    Ok(request)
}

fn candidate<F>(name: &'static str, send: impl Fn() -> F + Send + Sync + 'static) -> Candidate
where
    F: Future<Output = ()> + Send + 'static,
{
    Candidate { name, send: Arc::new(move || Box::pin(send())) }
}

fn ours(url: &str, task: ManageTask) -> Result<Candidate, String> {
    let client = Client::builder().without_env().region(REGION).endpoint(url).credentials(credential());
    let (client, task) = (client.build().map_err(|error| error.to_string())?, Arc::new(task));
    Ok(candidate("tencent-action", move || {
        let (client, task) = (client.clone(), Arc::clone(&task));
        async move { drop(task.send(&client).await.expect("it is answered")) }
    }))
}

/// Configured as ours is.
fn reqwest_client() -> Result<reqwest::Client, String> {
    let tls = tls::config(Vec::new()).map_err(|error| error.to_string())?;
    let builder = reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .user_agent("tencent-action/0.1.0")
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .no_proxy()
        .connect_timeout(Duration::from_secs(10))
        // Each call of ours has a deadline.
        .timeout(Duration::from_secs(60))
        .pool_idle_timeout(Duration::from_secs(60))
        .tcp_keepalive(Duration::from_secs(15))
        .tcp_nodelay(true);
    builder.build().map_err(|error| error.to_string())
}

async fn execute(client: reqwest::Client, request: reqwest::Request) {
    let response = client.execute(request).await.expect("it is answered");
    drop(response.bytes().await.expect("a body"));
}

fn reqwest(constant: Request<Bytes>) -> Result<Candidate, String> {
    let client = reqwest_client()?;
    let constant = reqwest::Request::try_from(constant).map_err(|error| error.to_string())?;
    Ok(candidate("reqwest, a constant request", move || {
        execute(client.clone(), constant.try_clone().expect("a body that is no stream"))
    }))
}

/// The address is parsed once, as by ours.
fn reqwest_and_floor(url: &str, task: PlainTask) -> Result<Candidate, String> {
    let (client, floor) = (reqwest_client()?, Mutex::new(Floor::new()));
    let url = reqwest::Url::parse(url).map_err(|error| error.to_string())?;
    Ok(candidate("reqwest, signed by hand", move || {
        let payload = serde_json::to_vec(&task).expect("it has only strings and numbers");
        let signed = floor.lock().unwrap_or_else(PoisonError::into_inner).request(payload, SECOND);
        let (parts, body) = signed.into_parts();
        let mut request = reqwest::Request::new(parts.method, url.clone());
        *request.headers_mut() = parts.headers;
        *request.body_mut() = Some(body.into());
        execute(client.clone(), request)
    }))
}

fn hyper(constant: Request<Bytes>) -> Candidate {
    let client = HyperClient::builder(TokioExecutor::new()).build_http();
    candidate("hyper-util, a constant request", move || {
        let answer = client.request(constant.clone().map(Full::new));
        async move {
            let response = answer.await.expect("it is answered");
            drop(response.into_body().collect().await.expect("a body"));
        }
    })
}
