//! Starts a task, watches it to its end, and aborts it at Ctrl-C: a waiter.
//!
//! What it does is in `vod/watch_task.rs`; here is what it is told and what it shows.

#[path = "watch_task/options.rs"]
mod options;
#[path = "watch_task/display.rs"]
mod display;

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use tencent_action::fake::FakeCloud;
use tencent_action::{Client, SystemClock};
use tencent_action_examples::watch_task::{Ending, WatchTask, start};
use tencent_action_examples::{Interrupt, Pace, Vod, failed, misused, say, write};

use self::display::Display;
use self::options::{HELP, Options};

/// What became of the task, to those who start this program.
const ABORTED: u8 = 3;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let options = match Options::from_args() {
        Ok(options) if options.help => {
            write(HELP);
            return ExitCode::SUCCESS;
        }
        Ok(options) => options,
        Err(fault) => return misused("watch_task", fault),
    };
    run(&options).await.unwrap_or_else(|error| failed("watch_task", error))
}

async fn run(options: &Options) -> Result<ExitCode, Box<dyn Error>> {
    if options.cloud.names_a_cloud() {
        return watch(&options.cloud.apply(Client::builder()).build()?, options).await;
    }
    let cloud = FakeCloud::start()?;
    let pace = Pace { waits: Duration::from_secs(2), runs: Duration::from_secs(3) };
    Vod::new(SystemClock).with_samples().pace(pace).open(&cloud);
    say!("a fake cloud, whose tasks wait for 2 seconds and run for 3; --site or --endpoint calls another");
    watch(&options.cloud.apply(cloud.client()).build()?, options).await
}

async fn watch(client: &Client, options: &Options) -> Result<ExitCode, Box<dyn Error>> {
    let mut interrupt = Interrupt::by_ctrl_c();
    let task_id = match &options.task_id {
        Some(id) => id.clone(),
        None => start(client, options.file_id.clone(), &options.definitions(), options.sub_app_id).await?,
    };
    // Whatever happens now, this is what it takes to find the task again.
    say!("task {task_id}");
    let task =
        WatchTask { task_id, sub_app_id: options.sub_app_id, interval: options.interval, timeout: options.timeout };
    let display = Display::new();
    let ending = task.run(client, &mut interrupt, &mut |event| display.tell(&event)).await;
    display.finish();
    Ok(match ending? {
        Ending::Succeeded(detail) => {
            say!("it succeeded");
            display::outputs(&detail);
            ExitCode::SUCCESS
        }
        Ending::Failed(reason) => {
            say!("it failed: {reason}");
            ExitCode::FAILURE
        }
        Ending::Aborted => {
            say!("it was aborted");
            ExitCode::from(ABORTED)
        }
    })
}
