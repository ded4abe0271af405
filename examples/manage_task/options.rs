//! What the command line says.

use std::error::Error;

use lexopt::prelude::*;
use tencent_action::{ClientBuilder, Site};

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
    task_id: Option<String>,
    operation: Option<String>,
    sub_app_id: Option<u64>,
    site: Option<Site>,
    endpoint: Option<String>,
    region: Option<String>,
}

impl Options {
    pub(crate) fn from_args() -> Result<Self, lexopt::Error> {
        let mut options = Self::default();
        let mut parser = lexopt::Parser::from_env();
        while let Some(argument) = parser.next()? {
            match argument {
                Long("help") | Short('h') => options.help = true,
                Long("task-id") => options.task_id = Some(parser.value()?.string()?),
                Long("operation") => options.operation = Some(parser.value()?.string()?),
                Long("sub-app-id") => options.sub_app_id = Some(parser.value()?.parse()?),
                Long("site") => options.site = Some(parser.value()?.parse()?),
                Long("endpoint") => options.endpoint = Some(parser.value()?.string()?),
                Long("region") => options.region = Some(parser.value()?.string()?),
                other => return Err(other.unexpected()),
            }
        }
        Ok(options)
    }

    /// Whether a cloud other than our own is to be called.
    pub(crate) fn names_a_cloud(&self) -> bool {
        self.site.is_some() || self.endpoint.is_some()
    }

    /// Whether one call is to be made, and not a tour.
    pub(crate) fn names_a_task(&self) -> bool {
        self.task_id.is_some() || self.operation.is_some() || self.sub_app_id.is_some()
    }

    /// Sets up a client as the options say.
    pub(crate) fn apply(&self, mut builder: ClientBuilder) -> ClientBuilder {
        if let Some(site) = self.site {
            builder = builder.site(site);
        }
        if let Some(endpoint) = &self.endpoint {
            builder = builder.endpoint(endpoint);
        }
        if let Some(region) = &self.region {
            builder = builder.region(region);
        }
        builder
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
