//! What the command line says.

use std::error::Error;

use lexopt::prelude::*;
use tencent_action_examples::{CloudOption, CloudOptions, value};

use crate::ManageTask;

pub(crate) const HELP: &str = "\
Aborts a task of Tencent Cloud VOD (action ManageTask, api/266/39438).

Without arguments it starts a fake cloud on this machine and shows three calls.

  cargo run --example manage_task -- [OPTIONS]

  --task-id ID        the task; needed with --site and --endpoint
  --operation NAME    what to do with it [Abort]
  --sub-app-id N      the application that the task belongs to
  --site SITE         call the real cloud: international or mainland
  --endpoint URL      call this endpoint, as http://127.0.0.1:PORT of the example fake_cloud
  --region REGION     send a region, as ap-guangzhou; VOD needs none
  --help              print this

The real cloud is called only with --site or --endpoint. The key pair is read from TENCENTCLOUD_SECRET_ID and
TENCENTCLOUD_SECRET_KEY then, and the token of a temporary one from TENCENTCLOUD_TOKEN.
Exit status: 0 if the call succeeded, 1 if not.
";

#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) help: bool,
    pub(crate) cloud: CloudOptions,
    task_id: Option<String>,
    operation: Option<String>,
    sub_app_id: Option<u64>,
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
                Long("task-id") => options.task_id = Some(parser.value()?.string()?),
                Long("operation") => options.operation = Some(parser.value()?.string()?),
                Long("sub-app-id") => options.sub_app_id = Some(value("sub-app-id", &mut parser)?),
                other => return Err(other.unexpected()),
            }
        }
        Ok(options)
    }

    /// Whether one call is to be made, and not a tour.
    pub(crate) fn names_a_task(&self) -> bool {
        self.task_id.is_some() || self.operation.is_some() || self.sub_app_id.is_some()
    }

    /// The call that the options ask for.
    pub(crate) fn task(self) -> Result<ManageTask, Box<dyn Error>> {
        Ok(ManageTask {
            task_id: self.task_id.ok_or("which task? --task-id ID says it")?,
            operation_type: self.operation.unwrap_or_else(|| "Abort".to_owned()),
            sub_app_id: self.sub_app_id,
        })
    }
}
