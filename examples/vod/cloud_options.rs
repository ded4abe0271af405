//! The options of the command line that say which cloud is called.

use std::ffi::OsString;

use lexopt::{Arg, ValueExt};
use tencent_action::{ClientBuilder, Site};

/// Which cloud is called: what `--site`, `--endpoint` and `--region` say.
#[derive(Debug, Default)]
pub struct CloudOptions {
    site: Option<Site>,
    endpoint: Option<String>,
    region: Option<String>,
}

/// One of these options.
#[derive(Debug, Clone, Copy)]
pub enum CloudOption {
    /// `--site`
    Site,
    /// `--endpoint`
    Endpoint,
    /// `--region`
    Region,
}

impl CloudOption {
    /// The option that an argument is, if it is one of these.
    pub fn of(argument: &Arg<'_>) -> Option<Self> {
        match argument {
            Arg::Long("site") => Some(Self::Site),
            Arg::Long("endpoint") => Some(Self::Endpoint),
            Arg::Long("region") => Some(Self::Region),
            _ => None,
        }
    }
}

impl CloudOptions {
    /// Takes the value of an option.
    ///
    /// # Errors
    ///
    /// If it makes no sense.
    pub fn set(&mut self, option: CloudOption, value: OsString) -> Result<(), lexopt::Error> {
        match option {
            CloudOption::Site => self.site = Some(value.parse()?),
            CloudOption::Endpoint => self.endpoint = Some(value.string()?),
            CloudOption::Region => self.region = Some(value.string()?),
        }
        Ok(())
    }

    /// Whether a cloud is named, so that it isn't one of our own that is called.
    pub fn names_a_cloud(&self) -> bool {
        self.site.is_some() || self.endpoint.is_some()
    }

    /// Sets up a client as the options say.
    pub fn apply(&self, mut builder: ClientBuilder) -> ClientBuilder {
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
}
