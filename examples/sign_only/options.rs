//! What the command line says.

use std::error::Error;

use http::{Request, Uri};
use lexopt::prelude::*;
use serde_json::{Map, Value};
use tencent_action::fake::FakeCloud;
use tencent_action_examples::json;

pub(crate) const HELP: &str = "\
Signs a request and sends nothing. What it prints is for `curl -K -`, so that no secret is an argument of a process.

Without arguments it starts a fake cloud on this machine, signs, and sends what is signed over a bare TCP connection.

  cargo run --example sign_only -- [OPTIONS] URL VERSION ACTION [JSON]

  URL                 where it will go, as https://vod.tencentcloudapi.com
  JSON                the parameters [{}]
  --service NAME      what it is signed for [the first label of the URL's host]
  --region REGION     ask for data in this region
  --help              print this

The credentials are those that the example `credentials` finds. The signature is good for five minutes.
Exit status: 0 if there is a signed request, 1 if not, 2 if the command line is at fault.
";

#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) help: bool,
    service: Option<String>,
    region: Option<String>,
    words: Vec<String>,
}

impl Options {
    pub(crate) fn from_args() -> Result<Self, lexopt::Error> {
        let mut options = Self::default();
        let mut parser = lexopt::Parser::from_env();
        while let Some(argument) = parser.next()? {
            match argument {
                Long("help") | Short('h') => options.help = true,
                Long("service") => options.service = Some(parser.value()?.string()?),
                Long("region") => options.region = Some(parser.value()?.string()?),
                Value(word) => options.words.push(word.string()?),
                other => return Err(other.unexpected()),
            }
        }
        Ok(options)
    }

    /// Whether there is a request to sign, and not a tour to make.
    pub(crate) fn names_a_request(&self) -> bool {
        !self.words.is_empty() || self.service.is_some() || self.region.is_some()
    }

    /// The service, and a request that isn't signed yet.
    pub(crate) async fn request(&self) -> Result<(String, Request<String>), Box<dyn Error>> {
        let (url, version, action, json) = match self.words.as_slice() {
            [url, version, action] => (url, version, action, "{}"),
            [url, version, action, json] => (url, version, action, json.as_str()),
            [_, _, _, _, _, ..] => return Err(json::ONE_ARGUMENT.into()),
            _ => return Err("it takes URL, VERSION, ACTION, and maybe JSON".into()),
        };
        let uri: Uri = url.parse().map_err(|error| format!("`{url}` is no URL: {error}"))?;
        if uri.scheme().is_none() {
            return Err(format!("`{url}` has no scheme: it begins with https://").into());
        }
        let service = match &self.service {
            Some(service) => service.clone(),
            None => service_of(&uri).ok_or_else(|| format!("`{url}` is of no service: name it by --service"))?,
        };
        self.check([&service, version, action], &json::object(json)?).await?;
        let mut request = Request::post(&uri)
            .header("Content-Type", "application/json")
            .header("X-TC-Action", action)
            .header("X-TC-Version", version);
        if let Some(region) = &self.region {
            request = request.header("X-TC-Region", region);
        }
        Ok((service, request.body(json.to_owned())?))
    }

    /// Fails for what a client refuses to sign.
    async fn check(
        &self,
        [service, version, action]: [&str; 3],
        parameters: &Map<String, Value>,
    ) -> Result<(), tencent_action::Error> {
        let mut client = FakeCloud::in_process().client();
        if let Some(region) = &self.region {
            client = client.region(region);
        }
        client.build()?.call_json(service, version, action, parameters).explain().await.map(drop)
    }
}

/// The first label of a host that has several, and is a name. Hosts are the same in any case, services aren't.
fn service_of(uri: &Uri) -> Option<String> {
    let (first, _) = uri.host()?.split_once('.')?;
    first.starts_with(|first: char| first.is_ascii_alphabetic()).then(|| first.to_ascii_lowercase())
}
