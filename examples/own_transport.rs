//! Records what a cloud answers, and plays it back: a transport around another one, and one in place of it.

#[path = "own_transport/options.rs"]
mod options;
#[path = "own_transport/tape.rs"]
mod tape;

use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, process};

use tencent_action::fake::FakeCloud;
use tencent_action::{Client, Credential, RetryPolicy};
use tencent_action_examples as vod;
use tencent_action_examples::api::{DescribeTaskDetail, DescribeTasks, TaskStatus};

use self::options::{HELP, Options, Tape};
use self::tape::{Player, Recorder};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let outcome = match Options::from_args() {
        Ok(options) if options.help => Ok(HELP.to_owned()),
        Ok(options) => run(&options).await,
        Err(fault) => return vod::misused("own_transport", fault),
    };
    match outcome {
        Ok(text) => {
            vod::write(text);
            ExitCode::SUCCESS
        }
        Err(error) => vod::failed("own_transport", error),
    }
}

async fn run(options: &Options) -> Result<String, Box<dyn Error>> {
    match &options.tape {
        Some(Tape::Record(tape)) => record(options, tape).await,
        Some(Tape::Play(tape)) => play(tape).await,
        None => tour(options).await,
    }
}

/// Records, plays, and compares.
async fn tour(options: &Options) -> Result<String, Box<dyn Error>> {
    let tape = env::temp_dir().join(format!("own_transport-{}.jsonl", process::id()));
    let recorded = record(options, &tape).await;
    let played = play(&tape).await;
    let size = fs::metadata(&tape).map(|tape| tape.len());
    fs::remove_file(&tape)?;
    let (recorded, played) = (recorded?, played?);
    if recorded != played {
        return Err(format!("what was played is not what was recorded:\n{recorded}\n{played}").into());
    }
    Ok(format!("recorded, {} bytes:\n{recorded}played without a cloud:\n{played}", size?))
}

/// Calls a cloud, and keeps its answers.
async fn record(options: &Options, tape: &Path) -> Result<String, Box<dyn Error>> {
    let recorder = Recorder::create(tape).map_err(|error| format!("the tape {}: {error}", tape.display()))?;
    let cloud = if options.cloud.names_a_cloud() { None } else { Some(FakeCloud::start()?) };
    cloud.iter().for_each(vod::open);
    let builder = options.cloud.apply(cloud.as_ref().map_or_else(Client::builder, FakeCloud::client));
    let client = builder.wrap_transport(|inner| recorder.around(inner)).build()?;
    report(&client).await
}

/// Makes the same calls without a cloud. No key opens anything here, and what isn't on the tape won't be there later either.
async fn play(tape: &Path) -> Result<String, Box<dyn Error>> {
    let nobody = Credential::with_secret_id("AKIDnobody").secret_key("a-key-that-opens-nothing");
    let client = Client::builder().without_env().credentials(nobody).retry(RetryPolicy::never());
    let player = Player::open(tape).map_err(|error| format!("the tape {}: {error}", tape.display()))?;
    report(&client.transport(player).build()?).await
}

/// The application: it knows nothing of tapes.
async fn report(client: &Client) -> Result<String, Box<dyn Error>> {
    let mut text = String::new();
    let request = DescribeTasks { status: Some(TaskStatus::Waiting), ..DescribeTasks::default() };
    let mut tasks = request.pages(client).items();
    while let Some(task) = tasks.next().await {
        let task_id = task?.task_id;
        let detail = DescribeTaskDetail { task_id: task_id.clone(), sub_app_id: None }.send(client).await?;
        let status = detail.status.as_ref().map_or("unknown", TaskStatus::as_str);
        writeln!(text, "  {task_id}: {status} (request id {})", detail.request_id())?;
    }
    Ok(text)
}
