//! The fake cloud as a program: for clients in other languages, and to watch what one sends.

use std::convert::Infallible;
use std::error::Error;
use std::process::ExitCode;

use lexopt::prelude::*;
use tencent_action::Credential;
use tencent_action::fake::FakeCloud;
use tencent_action_examples as vod;

const HELP: &str = "\
A Tencent Cloud on this machine that verifies signatures and knows some actions of VOD.

  cargo run --example fake_cloud -- [OPTIONS]

  --port N            the port of 127.0.0.1 to listen on [a free one]
  --secret-id ID      the secret id that it knows [AKIDfake]
  --secret-key KEY    the key that goes with it [a-key-that-opens-nothing]
  --help              print this

It prints where it listens, what to set so that other programs call it, and then one line per request. Its tasks are
251000333-procedure-waiting, -processing and -finish. Stop it with Ctrl-C.
";

struct Options {
    help: bool,
    port: u16,
    secret_id: String,
    secret_key: String,
}

const SECRET_ID: &str = "AKIDfake";
const SECRET_KEY: &str = "a-key-that-opens-nothing";

impl Options {
    fn from_args() -> Result<Self, lexopt::Error> {
        let (secret_id, secret_key) = (SECRET_ID.to_owned(), SECRET_KEY.to_owned());
        let mut options = Self { help: false, port: 0, secret_id, secret_key };
        let mut parser = lexopt::Parser::from_env();
        while let Some(argument) = parser.next()? {
            match argument {
                Long("help") | Short('h') => options.help = true,
                Long("port") => options.port = vod::value("port", &mut parser)?,
                Long("secret-id") => options.secret_id = parser.value()?.string()?,
                Long("secret-key") => options.secret_key = parser.value()?.string()?,
                other => return Err(other.unexpected()),
            }
        }
        Ok(options)
    }
}

fn main() -> ExitCode {
    match Options::from_args() {
        Ok(options) if options.help => {
            vod::write(HELP);
            ExitCode::SUCCESS
        }
        Ok(options) => match serve(options) {
            Ok(never) => match never {},
            Err(error) => vod::failed("fake_cloud", error),
        },
        Err(fault) => vod::misused("fake_cloud", fault),
    }
}

fn serve(options: Options) -> Result<Infallible, Box<dyn Error>> {
    let port = options.port;
    let is_known = (&*options.secret_id, &*options.secret_key) == (SECRET_ID, SECRET_KEY);
    let cloud = FakeCloud::builder()
        .credential(Credential::with_secret_id(options.secret_id).secret_key(options.secret_key))
        .port(port)
        .observe(|request| vod::say!("{request}"))
        .start()
        .map_err(|error| format!("can't listen on 127.0.0.1:{port}: {error}"))?;
    vod::open(&cloud);
    let endpoint = cloud.endpoint().unwrap_or_default();
    vod::say!("listening on {endpoint}");
    if is_known {
        vod::say!("export TENCENTCLOUD_ENDPOINT={endpoint}");
        vod::say!("export TENCENTCLOUD_SECRET_ID={SECRET_ID} TENCENTCLOUD_SECRET_KEY={SECRET_KEY}");
    }
    // The cloud has its own thread; this one has nothing left to do.
    loop {
        std::thread::park();
    }
}
