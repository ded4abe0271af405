//! Signs requests that another HTTP client sends.

#[path = "sign_only/options.rs"]
mod options;

use std::error::Error;
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::ExitCode;

use http::Request;
use tencent_action::fake::FakeCloud;
use tencent_action::signing::{Timestamp, sign};
use tencent_action::{Clock, DefaultCredentials, ProvideCredential, SystemClock};
use tencent_action_examples as vod;

use self::options::{HELP, Options};

const NO_CREDENTIALS: &str = "there are no credentials; the example `credentials` tells where they are looked for";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let outcome = match Options::from_args() {
        Ok(options) if options.help => Ok(HELP.to_owned()),
        Ok(options) if options.names_a_request() => match options.request().await {
            Ok((service, request)) => sign_one(&service, request).await,
            Err(fault) => return vod::misused("sign_only", fault),
        },
        Ok(_) => tour(),
        Err(fault) => return vod::misused("sign_only", fault),
    };
    match outcome {
        Ok(text) => {
            vod::write(text);
            ExitCode::SUCCESS
        }
        Err(error) => vod::failed("sign_only", error),
    }
}

/// Signs with the credentials of this machine, for curl.
async fn sign_one(service: &str, mut request: Request<String>) -> Result<String, Box<dyn Error>> {
    let credential = DefaultCredentials::new().provide().await?.ok_or(NO_CREDENTIALS)?;
    sign(&mut request, service, &credential, now()?)?;
    config(&request)
}

fn now() -> Result<Timestamp, &'static str> {
    Timestamp::from_system_time(SystemClock.now()).ok_or("the clock is before 1970 or after 9999")
}

/// The request as a configuration of curl, one option a line.
fn config(request: &Request<String>) -> Result<String, Box<dyn Error>> {
    let mut text = format!("url = {}\n", quoted(&request.uri().to_string()));
    for (name, value) in request.headers() {
        writeln!(text, "header = {}", quoted(&format!("{name}: {}", value.to_str()?)))?;
    }
    writeln!(text, "data-raw = {}", quoted(request.body()))?;
    Ok(text)
}

/// In double quotes, as curl reads them.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\r', "\\r");
    format!("\"{}\"", escaped.replace('\t', "\\t"))
}

/// One request that is sent as it was signed, and one that is changed on its way.
fn tour() -> Result<String, Box<dyn Error>> {
    let cloud = FakeCloud::start()?;
    vod::open(&cloud);
    let endpoint = cloud.endpoint().ok_or("the fake cloud doesn't listen")?;

    let mut request = Request::post(endpoint)
        .header("Content-Type", "application/json")
        .header("X-TC-Action", "ManageTask")
        .header("X-TC-Version", "2018-07-17")
        .body(format!(r#"{{"TaskId":"{}","OperationType":"Abort"}}"#, vod::WAITING))?;
    sign(&mut request, "vod", cloud.credential(), now()?)?;

    let mut text = format!("signed:\n{}\n", shown(&request));
    writeln!(text, "sent as it is:\n{}\n", send(&request)?)?;
    *request.body_mut() = request.body().replace(vod::WAITING, vod::FINISH);
    writeln!(text, "sent with another task in it:\n{}", send(&request)?)?;
    Ok(text)
}

/// For people to look at: what is sensitive is left out.
fn shown(request: &Request<String>) -> String {
    let header = |(name, value): (&http::HeaderName, &http::HeaderValue)| {
        let value = if value.is_sensitive() { "…" } else { value.to_str().unwrap_or("…") };
        format!("  {name}: {value}\n")
    };
    let headers: String = request.headers().iter().map(header).collect();
    format!("  {} {}\n{headers}  {}\n", request.method(), request.uri(), request.body())
}

/// The smallest HTTP client there is, and it gives the body of the answer.
fn send(request: &Request<String>) -> Result<String, Box<dyn Error>> {
    let authority = request.uri().authority().ok_or("the request goes nowhere")?;
    let mut text = format!("{} / HTTP/1.1\r\nconnection: close\r\n", request.method());
    for (name, value) in request.headers() {
        write!(text, "{name}: {}\r\n", value.to_str()?)?;
    }
    write!(text, "content-length: {}\r\n\r\n{}", request.body().len(), request.body())?;

    let mut connection = TcpStream::connect(authority.as_str())?;
    connection.write_all(text.as_bytes())?;
    let mut answer = String::new();
    connection.read_to_string(&mut answer)?;
    let (_, body) = answer.split_once("\r\n\r\n").ok_or("the answer has no end of its head")?;
    Ok(format!("  {body}"))
}
