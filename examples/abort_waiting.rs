//! Aborts all waiting tasks of an application, within the rate limit, and none twice: pages, a bulk run, and a journal.
//!
//! What it does is in `vod/abort_waiting.rs`; here is what it is told and what it shows.

#[path = "abort_waiting/display.rs"]
mod display;
#[path = "abort_waiting/fake.rs"]
mod fake;
#[path = "abort_waiting/options.rs"]
mod options;

use std::error::Error;
use std::process::ExitCode;

use tencent_action::{Client, SlidingWindow};
use tencent_action_examples::abort_waiting::{AbortWaiting, Settings, limiter};
use tencent_action_examples::{Interrupt, failed, misused, say, write};

use self::display::Display;
use self::fake::Fake;
use self::options::{HELP, Options};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let options = match Options::from_args() {
        Ok(options) if options.help => {
            write(HELP);
            return ExitCode::SUCCESS;
        }
        Ok(options) => options,
        Err(fault) => return misused("abort_waiting", fault),
    };
    let outcome = if options.cloud.names_a_cloud() { real(&options).await } else { fake(&options).await };
    outcome.unwrap_or_else(|error| failed("abort_waiting", error))
}

/// On a cloud that the options name.
async fn real(options: &Options) -> Result<ExitCode, Box<dyn Error>> {
    let client = options.cloud.apply(Client::builder()).rate_limiter(limiter(SlidingWindow::default())).build()?;
    Ok(status(abort(&client, options, &options.settings()).await?))
}

/// On a cloud of our own, which counts how many requests arrive in a second: if too many, that has a status of its own.
async fn fake(options: &Options) -> Result<ExitCode, Box<dyn Error>> {
    let fake = Fake::start(options.fake_tasks)?;
    let client = options.cloud.apply(fake.client()).rate_limiter(limiter(SlidingWindow::default())).build()?;
    let settings = Settings { journal: fake.journal(options), ..options.settings() };
    let outcome = abort(&client, options, &settings).await;
    let is_within_limit = fake.report();
    let is_done = outcome?;
    Ok(if is_done && !is_within_limit { ExitCode::from(3) } else { status(is_done) })
}

fn status(is_done: bool) -> ExitCode {
    if is_done { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether all that was to be done is done.
async fn abort(client: &Client, options: &Options, settings: &Settings) -> Result<bool, Box<dyn Error>> {
    let mut display = Display::new();
    let mut tell = |event: tencent_action_examples::abort_waiting::Event<'_>| display.tell(&event);
    let run = AbortWaiting::new(client, settings, &mut tell);
    if options.dry_run {
        let ids = run.dry_run().await?;
        display.finish();
        for id in &ids {
            say!("{id}");
        }
        say!("{} would be aborted", ids.len());
        return Ok(true);
    }
    let summary = run.run(&mut Interrupt::by_ctrl_c()).await;
    display.finish();
    let summary = summary?;
    say!("{summary}");
    let is_success = summary.is_success();
    if !is_success {
        say!("to go on, run it again: {} has what was done", settings.journal.display());
    }
    Ok(is_success)
}
