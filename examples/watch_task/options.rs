//! What the command line says.

use std::time::Duration;

use lexopt::prelude::*;
use tencent_action_examples::{CloudOption, CloudOptions, MEDIA, value};

pub(crate) const HELP: &str = "\
Transcodes a file of VOD and watches the task to its end; at Ctrl-C it aborts the task, if that waits still.

Without --site and --endpoint it starts a fake cloud on this machine.

  cargo run --example watch_task -- [OPTIONS]

  --file-id ID        the file [one of the fake cloud]
  --definition N      a template to transcode it by; may be given again and again [20]
  --task-id ID        start nothing: watch this task
  --sub-app-id N      the application
  --interval SECONDS  how often to look [1]
  --timeout SECONDS   how long to look, all in all [1800]
  --site SITE         call the real cloud: international or mainland
  --endpoint URL      call this endpoint, as http://127.0.0.1:PORT of the example fake_cloud
  --region REGION     send a region, as ap-guangzhou; VOD needs none
  --help              print this

A second Ctrl-C leaves at once, and the task goes on as it will.
The credentials are those of all examples: see `cargo run --example credentials`.
Exit status: 0 if the task succeeded, 1 if it or a call failed, 2 if the command line is at fault, 3 if the task was
aborted. A task that is FINISH has succeeded if all its parts have.
";

#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) help: bool,
    pub(crate) cloud: CloudOptions,
    pub(crate) file_id: String,
    pub(crate) task_id: Option<String>,
    pub(crate) sub_app_id: Option<u64>,
    pub(crate) interval: Duration,
    pub(crate) timeout: Duration,
    definitions: Vec<u64>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            help: false,
            cloud: CloudOptions::default(),
            file_id: MEDIA.to_owned(),
            task_id: None,
            sub_app_id: None,
            interval: Duration::from_secs(1),
            timeout: Duration::from_secs(1800),
            definitions: Vec::new(),
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
                Long("file-id") => options.file_id = parser.value()?.string()?,
                Long("definition") => options.definitions.push(value("definition", &mut parser)?),
                Long("task-id") => options.task_id = Some(parser.value()?.string()?),
                Long("sub-app-id") => options.sub_app_id = Some(value("sub-app-id", &mut parser)?),
                Long("interval") => options.interval = interval(value("interval", &mut parser)?)?,
                Long("timeout") => options.timeout = seconds(value("timeout", &mut parser)?)?,
                other => return Err(other.unexpected()),
            }
        }
        Ok(options)
    }

    /// The templates.
    pub(crate) fn definitions(&self) -> Vec<u64> {
        if self.definitions.is_empty() { vec![20] } else { self.definitions.clone() }
    }
}

fn seconds(seconds: f64) -> Result<Duration, lexopt::Error> {
    Duration::try_from_secs_f64(seconds).map_err(|error| lexopt::Error::Custom(error.into()))
}

fn interval(every: f64) -> Result<Duration, lexopt::Error> {
    let every = seconds(every)?;
    if every.is_zero() { Err("--interval is no time".into()) } else { Ok(every) }
}
