//! What the command line says.

use std::error::Error;
use std::io::Read;

use lexopt::prelude::*;
use serde_json::{Map, Value};
use tencent_action::{ClientBuilder, RequestForm, SignatureMethod};
use tencent_action_examples::{CloudOption, CloudOptions, json, value};

use super::parameter;

pub(crate) const HELP: &str = "\
Calls any action of Tencent Cloud API 3.0: service, version, action, JSON in, JSON out.

  cargo run --example call -- [OPTIONS] SERVICE VERSION ACTION [JSON]
  cargo run --example call -- --fake vod 2018-07-17 DescribeTasks '{\"Status\":\"WAITING\"}'

  JSON                the parameters, an object; - reads them from standard input
  --file PATH         the parameters, from a file
  --param NAME=TEXT   one parameter, a string; may be given again and again
  --param NAME:=JSON  one parameter, of any type: Limit:=10
  --site SITE         international or mainland [international]
  --endpoint URL      call this endpoint, as http://127.0.0.1:PORT of the example fake_cloud
  --fake              call a fake cloud on this machine, which needs no account: a small VOD, and a model that
                      repeats what it is told (hunyuan 2023-09-01 ChatCompletions, with --stream)
  --region REGION     as ap-guangzhou
  --method METHOD     GET or POST [POST]
  --signature NAME    TC3-HMAC-SHA256, HmacSHA256 or HmacSHA1 [TC3-HMAC-SHA256]
  --unsigned-payload  don't sign the body
  --explain           send nothing: show the request, and how its signature comes about
  --reveal            with --explain: secret id and token in plain sight
  --stream            print the chunks of a stream of server-sent events, one a line, as they come
  --help              print this

The key pair is read from TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY, the token of a temporary one from
TENCENTCLOUD_TOKEN. The answer goes to standard output, errors to standard error.
Exit status: 0 if the call succeeded, 1 if not, 2 if the command line is at fault.
";

#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(crate) struct Options {
    pub(crate) help: bool,
    pub(crate) fake: bool,
    pub(crate) explain: bool,
    pub(crate) reveal: bool,
    pub(crate) stream: bool,
    words: Vec<String>,
    file: Option<String>,
    parameters: Map<String, Value>,
    cloud: CloudOptions,
    is_get: bool,
    signature: SignatureMethod,
    unsigned_payload: bool,
}

impl Options {
    pub(crate) fn from_args() -> Result<Self, Box<dyn Error>> {
        let mut options = Self::default();
        let mut parser = lexopt::Parser::from_env();
        while let Some(argument) = parser.next()? {
            if let Some(option) = CloudOption::of(&argument) {
                options.cloud.set(option, parser.value()?)?;
                continue;
            }
            match argument {
                Value(word) => options.words.push(word.string()?),
                Long("help") | Short('h') => options.help = true,
                Long("fake") => options.fake = true,
                Long("explain") => options.explain = true,
                Long("reveal") => options.reveal = true,
                Long("stream") => options.stream = true,
                Long("unsigned-payload") => options.unsigned_payload = true,
                Long("file") => options.file = Some(parser.value()?.string()?),
                Long("param") => options.add_parameter(&parser.value()?.string()?)?,
                Long("signature") => options.signature = value("signature", &mut parser)?,
                Long("method") => options.is_get = is_get(&parser.value()?.string()?)?,
                other => return Err(other.unexpected().into()),
            }
        }
        if options.fake && options.cloud.names_a_cloud() {
            return Err("--fake calls a cloud of its own: it takes neither --site nor --endpoint".into());
        }
        if options.reveal && !options.explain {
            return Err("--reveal goes with --explain".into());
        }
        Ok(options)
    }

    fn add_parameter(&mut self, text: &str) -> Result<(), Box<dyn Error>> {
        let (name, value) = parameter::parse(text)?;
        match self.parameters.insert(name.to_owned(), value) {
            None => Ok(()),
            Some(_) => Err(format!("{name} is given twice").into()),
        }
    }

    /// Service, version and action.
    pub(crate) fn target(&self) -> Result<[&str; 3], Box<dyn Error>> {
        match &self.words[..] {
            [service, version, action] | [service, version, action, _] => Ok([service, version, action]),
            [_, _, _, _, _, ..] => Err(json::ONE_ARGUMENT.into()),
            _ => Err("SERVICE, VERSION and ACTION are needed, as in `vod 2018-07-17 ManageTask`".into()),
        }
    }

    /// The parameters from wherever they come; those that are named one by one win.
    pub(crate) fn parameters(&self) -> Result<Map<String, Value>, Box<dyn Error>> {
        let text = match (self.words.get(3).map(String::as_str), &self.file) {
            (Some(_), Some(_)) => return Err("parameters come as JSON or with --file, not as both".into()),
            (Some("-"), None) => {
                let mut text = String::new();
                std::io::stdin().read_to_string(&mut text)?;
                text
            }
            (Some(json), None) => json.to_owned(),
            (None, Some(path)) => std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?,
            (None, None) => "{}".to_owned(),
        };
        let mut parameters = json::object(&text)?;
        parameters.extend(self.parameters.clone());
        Ok(parameters)
    }

    /// Sets up a client as the options say.
    pub(crate) fn apply(&self, mut builder: ClientBuilder) -> ClientBuilder {
        builder = builder.signature(self.signature).unsigned_payload(self.unsigned_payload);
        if self.is_get {
            builder = builder.form(RequestForm::Query);
        }
        self.cloud.apply(builder)
    }
}

fn is_get(method: &str) -> Result<bool, Box<dyn Error>> {
    match method {
        "GET" | "get" => Ok(true),
        "POST" | "post" => Ok(false),
        _ => Err(format!("there is no method `{method}`: it is GET or POST").into()),
    }
}
