//! What one client writes of many calls, over and over, is what a new client writes of each.

use std::time::Duration;

use async_trait::async_trait;
use http::header::HOST;
use serde_json::{Value, json};

use super::*;
use crate::call::Call;
use crate::client::{Client, Language};
use crate::clock::Clock;
use crate::endpoint::Domain;
use crate::protocol::RequestForm;
use crate::response::Reply;

#[derive(Debug)]
struct Stopped;

#[async_trait]
impl Clock for Stopped {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_551_113_065)
    }

    async fn sleep(&self, _: Duration) {}
}

type Of = fn(&Client) -> Call<Reply<Value>>;

fn plain(client: &Client) -> Call<Reply<Value>> {
    client.call_json("vod", "2018-07-17", "ManageTask", &json!({ "TaskId": "1" }))
}

/// All differ in one thing from the first.
const CALLS: [Of; 12] = [
    plain,
    |client| plain(client).region("ap-tokyo"),
    |client| plain(client).region("ap-shanghai-fsi"),
    |client| plain(client).domain(Domain::Internal),
    |client| plain(client).endpoint("https://other.example"),
    |client| plain(client).endpoint("http://localhost"),
    |client| plain(client).language(Language::Chinese),
    |client| plain(&client.with_unsigned_payload(true)),
    |client| plain(&client.with_form(RequestForm::Query)),
    |client| client.call_json("cvm", "2018-07-17", "ManageTask", &json!({ "TaskId": "1" })),
    |client| client.call_json("vod", "2024-07-18", "ManageTask", &json!({ "TaskId": "1" })),
    |client| client.call_json("vod", "2018-07-17", "AbortTask", &json!({ "TaskId": "1" })),
];

fn client() -> Client {
    let credential = Credential::with_secret_id("id").secret_key("key");
    Client::builder().without_env().credentials(credential).clock(Stopped).build().unwrap()
}

fn request(client: &Client, of: Of, credential: Option<&Credential>) -> Request<Bytes> {
    let (client, call) = of(client).into_parts().unwrap();
    let endpoint = client.inner.likely_endpoint(&call).unwrap();
    Signing::new(&client.inner, &call, credential, &endpoint).unwrap().request().unwrap()
}

#[test]
fn a_request_is_the_same_whatever_was_written_before() {
    let key = Credential::with_secret_id("id").secret_key("key");
    let [one, two] = ["one", "two"].map(|token| key.clone().with_token(token));
    let other = Credential::with_secret_id("id-2").secret_key("key");
    let signers = [None, Some(&key), Some(&one), Some(&two), Some(&other)];

    let used = client();
    let mut seen = Vec::new();
    for (of, signer) in [(); 2].iter().flat_map(|()| CALLS).flat_map(|of| signers.map(|signer| (of, signer))) {
        let (again, new) = (request(&used, of, signer), request(&client(), of, signer));
        assert_eq!(again.headers(), new.headers());
        assert_eq!((again.method(), again.uri(), again.body()), (new.method(), new.uri(), new.body()));
        assert_eq!(again.headers()[HOST], *again.uri().authority().unwrap().as_str());
        seen.push((again.uri().clone(), again.headers().clone()));
    }
    let (first, second) = seen.split_at(CALLS.len() * signers.len());
    assert_eq!(first, second);
    let is_unlike_those_before = |(at, request)| !first[..at].contains(request);
    assert!(first.iter().enumerate().all(is_unlike_those_before), "each differs from the others");
}
