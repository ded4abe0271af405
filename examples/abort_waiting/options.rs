//! What the command line says.

use std::num::NonZero;
use std::path::PathBuf;

use lexopt::prelude::*;
use tencent_action_examples::abort_waiting::Settings;
use tencent_action_examples::{CloudOption, CloudOptions, value};

pub(crate) const HELP: &str = "\
Aborts all tasks of a VOD application that are WAITING, 20 a second at most, and none twice.

Without --site and --endpoint it starts a fake cloud on this machine, with some tasks that wait.

  cargo run --example abort_waiting -- [OPTIONS]

  --dry-run           abort nothing: list what would be aborted
  --sub-app-id N      the application
  --limit N           abort no more tasks than this
  --concurrency N     how many calls are under way at once [16]
  --journal FILE      where what is done is noted [abort_waiting-SUBAPPID.journal]
  --account ID        the number of the account, so that STS isn't asked for it
  --fake-tasks N      how many tasks wait in the fake cloud [50]
  --site SITE         call the real cloud: international or mainland
  --endpoint URL      call this endpoint, as http://127.0.0.1:PORT of the example fake_cloud
  --region REGION     send a region, as ap-guangzhou; VOD needs none
  --help              print this

A second run with the same journal goes on where the first one ended, however it ended: a task whose request may have
gone out is looked at before it is aborted again. At Ctrl-C, what has begun is finished; a second one leaves at once.
A task that began before its turn came is no failure. Those that begin to wait meanwhile are left to another run.
The credentials are those of all examples: see `cargo run --example credentials`.
Exit status: 0 if all is done, 1 if a task failed or the run ended before its time, 2 if the command line is at fault,
3 if all is done, but the fake cloud has counted more than 20 requests in a second.
";

#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) help: bool,
    pub(crate) dry_run: bool,
    pub(crate) cloud: CloudOptions,
    pub(crate) fake_tasks: usize,
    pub(crate) journal: Option<PathBuf>,
    sub_app_id: Option<u64>,
    limit: Option<usize>,
    concurrency: usize,
    account: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            help: false,
            dry_run: false,
            cloud: CloudOptions::default(),
            fake_tasks: 50,
            journal: None,
            sub_app_id: None,
            limit: None,
            concurrency: 16,
            account: None,
        }
    }
}

impl Options {
    pub(crate) fn from_args() -> Result<Self, lexopt::Error> {
        let mut options = Self::default();
        let mut parser = lexopt::Parser::from_env();
        while let Some(argument) = parser.next()? {
            if let Some(option) = CloudOption::of(&argument) {
                options.cloud.set(option, parser.value()?)?;
                continue;
            }
            match argument {
                Long("help") | Short('h') => options.help = true,
                Long("dry-run") => options.dry_run = true,
                Long("sub-app-id") => options.sub_app_id = Some(value("sub-app-id", &mut parser)?),
                Long("limit") => options.limit = Some(value("limit", &mut parser)?),
                Long("concurrency") => options.concurrency = value::<NonZero<usize>>("concurrency", &mut parser)?.get(),
                Long("journal") => options.journal = Some(parser.value()?.into()),
                Long("account") => options.account = Some(parser.value()?.string()?),
                Long("fake-tasks") => options.fake_tasks = value("fake-tasks", &mut parser)?,
                other => return Err(other.unexpected()),
            }
        }
        Ok(options)
    }

    pub(crate) fn settings(&self) -> Settings {
        let application = self.sub_app_id.map_or_else(|| "default".to_owned(), |id| id.to_string());
        let journal = self.journal.clone();
        Settings {
            sub_app_id: self.sub_app_id,
            limit: self.limit,
            concurrency: self.concurrency,
            account: self.account.clone(),
            journal: journal.unwrap_or_else(|| format!("abort_waiting-{application}.journal").into()),
        }
    }
}
