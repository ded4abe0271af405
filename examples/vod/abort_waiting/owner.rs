//! Whose tasks a journal is of.

use std::fmt;

use tencent_action::Client;

use super::{Fault, Settings};
use crate::api::{DescribeTasks, GetCallerIdentity};

/// STS is the same in each region, but wants one to be named.
const REGION: &str = "ap-guangzhou";

/// The cloud, the account and the application whose tasks a journal is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// Where the calls go, which tells the site.
    pub cloud: String,
    /// The number of the account. A secret id wouldn't do: that of a temporary key changes within the hour.
    pub account: String,
    /// The application.
    pub sub_app_id: Option<u64>,
}

impl Owner {
    /// Asks STS whose credentials the client has, unless it is said, and the client where it calls.
    pub(super) async fn find(client: &Client, settings: &Settings) -> Result<Self, Fault> {
        let url = DescribeTasks::default().send(client).explain().await?.url();
        let account = if let Some(account) = &settings.account {
            account.clone()
        } else {
            let identity = GetCallerIdentity.send(client).region(REGION).await;
            identity.map_err(Fault::Account)?.into_inner().account_id
        };
        Ok(Self { cloud: url.trim_end_matches('/').to_owned(), account, sub_app_id: settings.sub_app_id })
    }
}

/// As the first line of a journal has it.
impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { cloud, account, sub_app_id } = self;
        write!(f, "cloud {cloud} account {} sub-application ", account.escape_debug())?;
        match sub_app_id {
            Some(id) => write!(f, "{id}"),
            None => f.write_str("none"),
        }
    }
}
