//! Calls any action, declared or not, from the command line.

#[path = "call/options.rs"]
mod options;
#[path = "call/parameter.rs"]
mod parameter;

use std::error::Error;
use std::io::{self, IsTerminal, Write, stdout};
use std::process::ExitCode;

use serde_json::Value;
use tencent_action::fake::FakeCloud;
use tencent_action::{Call, Client, EventStream, Reply};
use tencent_action_examples as vod;

use self::options::{HELP, Options};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match Options::from_args() {
        Ok(options) if options.help => {
            vod::write(HELP);
            ExitCode::SUCCESS
        }
        Ok(options) => run(&options).await.unwrap_or_else(|fault| vod::misused("call", fault)),
        Err(fault) => vod::misused("call", fault),
    }
}

/// Makes the call. What is wrong with the command line is an error; what becomes of the call is a status.
async fn run(options: &Options) -> Result<ExitCode, Box<dyn Error>> {
    let [service, version, action] = options.target()?;
    let parameters = options.parameters()?;
    let cloud = if options.fake { Some(FakeCloud::start()?) } else { None };
    cloud.iter().for_each(vod::open);
    let client = options.apply(cloud.as_ref().map_or_else(Client::builder, FakeCloud::client)).build()?;
    let outcome = if options.explain {
        explain(client.call_json(service, version, action, &parameters), options.reveal).await
    } else if options.stream {
        stream(client.stream_json(service, version, action, &parameters)).await
    } else {
        answer(client.call_json(service, version, action, &parameters)).await
    };
    match outcome {
        Ok(()) => Ok(ExitCode::SUCCESS),
        // It isn't about a call: service, version or action doesn't have its form.
        Err(Failure::Call(error)) if error.action().is_none() => Err(error.into()),
        // Whoever reads has read enough.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(Failure::Call(error)) => Ok(vod::failed("call", error)),
        Err(Failure::Output(error)) => Ok(vod::failed("call", format_args!("the answer can't be written: {error}"))),
    }
}

/// Why there is no answer to read.
enum Failure {
    Call(tencent_action::Error),
    Output(io::Error),
}

impl From<tencent_action::Error> for Failure {
    fn from(error: tencent_action::Error) -> Self {
        Self::Call(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

async fn explain(call: Call<Reply<Value>>, reveal: bool) -> Result<(), Failure> {
    let explanation = call.explain().await?;
    writeln!(stdout(), "{}", if reveal { explanation.revealed() } else { explanation })?;
    Ok(())
}

/// Prints the answer: for people on a terminal, on one line for programs.
async fn answer(call: Call<Reply<Value>>) -> Result<(), Failure> {
    let reply = call.await?.into_inner();
    if stdout().is_terminal() {
        writeln!(stdout(), "{reply:#}")?;
    } else {
        writeln!(stdout(), "{reply}")?;
    }
    Ok(())
}

/// Prints each chunk as it comes.
async fn stream(call: Call<EventStream<Value>>) -> Result<(), Failure> {
    let mut chunks = call.await?;
    while let Some(chunk) = chunks.next().await {
        writeln!(stdout(), "{}", chunk?)?;
    }
    Ok(())
}
