//! What the command line says.

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
Exit status: 0 if the call succeeded, 1 if not, 2 if the command line is at fault.
";

#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) help: bool,
    pub(crate) cloud: CloudOptions,
    /// What is to be called, if it isn't a tour; there is one wherever a cloud is named.
    pub(crate) task: Option<ManageTask>,
}

impl Options {
    pub(crate) fn from_args() -> Result<Self, lexopt::Error> {
        let mut options = Self::default();
        let (mut task_id, mut operation, mut sub_app_id) = (None, None, None);
        let mut parser = lexopt::Parser::from_env();
        while let Some(argument) = parser.next()? {
            if let Some(option) = CloudOption::of(&argument) {
                options.cloud.set(option, parser.value()?)?;
                continue;
            }
            match argument {
                Long("help") | Short('h') => options.help = true,
                Long("task-id") => task_id = Some(parser.value()?.string()?),
                Long("operation") => operation = Some(parser.value()?.string()?),
                Long("sub-app-id") => sub_app_id = Some(value("sub-app-id", &mut parser)?),
                other => return Err(other.unexpected()),
            }
        }
        let is_one_call = task_id.is_some() || operation.is_some() || sub_app_id.is_some();
        if !options.help && (is_one_call || options.cloud.names_a_cloud()) {
            let task_id = task_id.ok_or("which task? --task-id ID says it")?;
            let operation_type = operation.unwrap_or_else(|| "Abort".to_owned());
            options.task = Some(ManageTask { task_id, operation_type, sub_app_id });
        }
        Ok(options)
    }
}
