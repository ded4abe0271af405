//! A described request, as our client sends it.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use serde::de::DeserializeOwned;
use tencent_action::{
    Action, Client, ClientBuilder, Clock, Error, Language, RequestForm, SignatureMethod, Site, TransportError,
};
use tencent_action_examples::api::{DescribeTaskDetail, DescribeTasks, ProcessMedia};

use crate::actions::{Assume, Log, Parameters, UnsignedLog, UnsignedUpload, Upload};
use crate::cases::{Case, Form};
use crate::wire::Wire;

/// Time stands still, and chance isn't any.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fixed {
    pub(crate) second: u64,
    pub(crate) random: u64,
}

#[async_trait]
impl Clock for Fixed {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(self.second)
    }

    async fn sleep(&self, _: Duration) {
        std::future::pending::<()>().await;
    }

    fn random(&self) -> u64 {
        self.random
    }
}

/// The request that our client would send.
pub(crate) fn sent(case: &Case) -> Wire {
    try_sent(case).unwrap()
}

/// The same, or why there is none.
pub(crate) fn try_sent(case: &Case) -> Result<Wire, Error> {
    let sent = Arc::new(Mutex::new(Vec::new()));
    let record = Arc::clone(&sent);
    let transport = move |request: Request<Bytes>| {
        record.lock().unwrap().push(Wire::of(&request));
        async { Ok::<_, TransportError>(Response::new(r#"{"Response":{"RequestId":"1","TaskId":"1","TaskSet":[]}}"#)) }
    };
    let client = client(case).transport(transport).build().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(send(case, &client))?;
    let [sent] = sent.lock().unwrap().clone().try_into().unwrap();
    Ok(sent)
}

fn client(case: &Case) -> ClientBuilder {
    let clock = Fixed { second: case.timestamp, random: case.random };
    let site = if case.root_domain.starts_with("intl") { Site::International } else { Site::Mainland };
    let mut client = Client::builder().without_env().credentials(case.credential()).clock(clock).site(site);
    client = in_form(client, case.form);
    if let Some(endpoint) = &case.endpoint {
        client = client.endpoint(format!("{}://{endpoint}", case.scheme));
    }
    if let Some(region) = case.region {
        client = client.region(region);
    }
    match case.language {
        Some("zh-CN") => client.language(Language::Chinese),
        Some(_) => client.language(Language::English),
        None => client,
    }
}

fn in_form(client: ClientBuilder, form: Form) -> ClientBuilder {
    let signature = form.signature.parse().unwrap();
    let written = match (form.method, signature) {
        ("GET", _) => RequestForm::Query,
        (_, SignatureMethod::Tc3HmacSha256) => RequestForm::Json,
        _ => RequestForm::Form,
    };
    client.signature(signature).form(written).unsigned_payload(form.unsigned_payload)
}

async fn send(case: &Case, client: &Client) -> Result<(), Error> {
    let parameters = Parameters(case);
    match (case.form.encoding, case.form.skip, case.action) {
        ("multipart", false, _) => client.call(&Upload(parameters)).await.map(drop),
        ("multipart", true, _) => client.call(&UnsignedUpload(parameters)).await.map(drop),
        ("octet-stream", false, _) => client.call(&Log(parameters)).await.map(drop),
        ("octet-stream", true, _) => client.call(&UnsignedLog(parameters)).await.map(drop),
        (_, true, _) => client.call(&Assume(parameters)).await.map(drop),
        (_, _, "ProcessMedia") => client.call(&declared::<ProcessMedia>(case)).await.map(drop),
        (_, _, "DescribeTasks") => client.call(&declared::<DescribeTasks>(case)).await.map(drop),
        (_, _, "DescribeTaskDetail") => client.call(&declared::<DescribeTaskDetail>(case)).await.map(drop),
        _ => client.call_json(case.service, case.version, case.action, &case.parameters).await.map(drop),
    }
}

/// The parameters as a value of the action, which keeps what it declares.
fn declared<A: Action + DeserializeOwned>(case: &Case) -> A {
    serde_json::from_value(serde_json::to_value(&case.parameters).unwrap()).unwrap()
}
