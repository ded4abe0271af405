//! Who calls.

use std::error::Error;
use std::fmt::Debug;
use std::pin::Pin;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use tencent_action::tencent_action;

const SECRET_ID: &str = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
const SECRET_KEY: &str = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
const REGION: &str = "ap-guangzhou";
const TASK_ID: &str = "251000333-procedure-c27bdf65ea06646171e714f25f5aac6";

type Call = Box<dyn Fn() -> Pin<Box<dyn Future<Output = ()>>>>;

pub(crate) struct Candidate {
    pub(crate) name: &'static str,
    pub(crate) call: Call,
}

/// Ours come first, over plain HTTP and over HTTPS.
pub(crate) fn all(plain: &str, https: &str, root: &str) -> Result<Vec<Candidate>, Box<dyn Error>> {
    Ok(vec![
        ours("tencent-action", plain, root)?,
        ours("tencent-action, HTTPS", https, root)?,
        sdk(plain)?,
        services(plain)?,
        generic(),
    ])
}

/// A call that must succeed, or the figures would be those of errors.
fn candidate<F, T, E>(name: &'static str, call: impl Fn() -> F + 'static) -> Candidate
where
    F: Future<Output = Result<T, E>> + 'static,
    E: Debug,
{
    let call = move || {
        let call = call();
        Box::pin(async move { drop(call.await.expect("it is answered")) }) as Pin<Box<dyn Future<Output = ()>>>
    };
    Candidate { name, call: Box::new(call) }
}

#[tencent_action(service = "vod", version = "2018-07-17")]
struct ManageTask {
    task_id: String,
    operation_type: String,
    sub_app_id: Option<u64>,
}

fn ours(name: &'static str, url: &str, root: &str) -> Result<Candidate, Box<dyn Error>> {
    let credential = tencent_action::Credential::with_secret_id(SECRET_ID).secret_key(SECRET_KEY);
    let client = tencent_action::Client::builder().without_env().region(REGION).endpoint(url);
    let client = client.credentials(credential).root_certificate(std::fs::read(root)?).build()?;
    let task = ManageTask { task_id: TASK_ID.into(), operation_type: "Abort".into(), sub_app_id: Some(1_251_000_333) };
    Ok(candidate(name, move || task.send(&client)))
}

/// The same for those who ask for serde's traits.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Request {
    task_id: String,
    operation_type: String,
    sub_app_id: Option<u64>,
}

#[derive(Debug, Deserialize)]
struct Nothing {}

fn task() -> Rc<Request> {
    Rc::new(Request { task_id: TASK_ID.into(), operation_type: "Abort".into(), sub_app_id: Some(1_251_000_333) })
}

/// The crate `tencentcloud-sdk`.
fn sdk(url: &str) -> Result<Candidate, Box<dyn Error>> {
    let client = tencentcloud_sdk::Client::builder()
        .credentials(tencentcloud_sdk::Credentials::new(SECRET_ID, SECRET_KEY)?)
        .region(REGION)
        .endpoint("vod", tencentcloud_sdk::Endpoint::loopback_http(url)?)
        .build()?;
    let operation = Rc::new(tencentcloud_sdk::Operation::new("vod", "2018-07-17", "ManageTask")?);
    let task = task();
    Ok(candidate("tencentcloud-sdk", move || {
        let (client, operation, task) = (client.clone(), Rc::clone(&operation), Rc::clone(&task));
        async move { client.execute::<_, Nothing>(&operation, &*task).await }
    }))
}

/// The crate `tencent-sdk`, which has eight services, and no way to call another: so it is an action of CVM, as small.
fn services(url: &str) -> Result<Candidate, Box<dyn Error>> {
    let client = tencent_sdk::Client::builder(url)?
        .auth(tencent_sdk::Auth::tc3(SECRET_ID, SECRET_KEY))
        .endpoint_mode(tencent_sdk::client::EndpointMode::FixedHost)
        .default_region(REGION)
        .no_system_proxy(true)
        .build()?;
    Ok(candidate("tencent-sdk (DescribeInstances)", move || {
        let client = client.clone();
        async move {
            let filter = tencent_sdk::types::Filter::new("instance-name", [TASK_ID]);
            let request = tencent_sdk::types::cvm::DescribeInstancesRequest::new().limit(20).push_filter(filter);
            client.cvm().describe_instances(&request).await
        }
    }))
}

struct Generic;

impl tencentcloud::api::Api for Generic {
    type Request<'a> = Request;
    type Response = Nothing;

    const VERSION: &'static str = "2018-07-17";
    const ACTION: &'static str = "ManageTask";
    const SERVICE: &'static str = "vod";
    /// It has no other way to name a host, so the port is a constant: the benches' server listens there.
    const HOST: &'static str = "localhost:44117";
}

/// The crate `tencentcloud`, which speaks HTTPS only.
fn generic() -> Candidate {
    let auth = tencentcloud::Auth::new(SECRET_KEY.into(), SECRET_ID.into());
    let (client, task) = (tencentcloud::Client::new(REGION.into(), auth, None), task());
    candidate("tencentcloud, HTTPS", move || {
        let (client, task) = (client.clone(), Rc::clone(&task));
        async move { client.send::<Generic>(&task).await }
    })
}
