//! Over TLS, to a server on this machine whose certificate comes from an authority made up for the test.

mod handshake;
mod http2;
mod proxy;
mod roots;
mod site;

use serde_json::{Value, json};

use self::site::Site;
use crate::{Client, ClientBuilder, Credential, Error, Reply, RetryPolicy};

/// A client of a site that trusts its authority and never tries again.
fn client(site: &Site) -> ClientBuilder {
    untrusting(site).root_certificate(site.root())
}

/// A client that trusts only whom the features trust.
fn untrusting(site: &Site) -> ClientBuilder {
    let client = Client::builder().without_env().retry(RetryPolicy::never()).endpoint(site.url());
    client.credentials(Credential::with_secret_id("AKID1").secret_key("key"))
}

async fn call(client: ClientBuilder) -> Result<Reply<Value>, Error> {
    client.build()?.call_json("vod", "2018-07-17", "ManageTask", &json!({})).await
}
