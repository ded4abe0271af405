//! Credentials of a role, for which other credentials are exchanged.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use serde::de::IgnoredAny;

use super::sts::{self, AssumeRole};
use super::{Credential, CredentialError, ProvideCredential};
use crate::client::Client;
use crate::payload::percent_encode;

/// Assumes a role: exchanges credentials for temporary ones of the role, by `AssumeRole` of STS.
///
/// The call is made by a client, whose credentials are those that are exchanged, and may be of any source. Site,
/// endpoint, transport and clock are that client's too; its region, if it has one, and else `ap-guangzhou`.
///
/// # Example
///
/// ```no_run
/// use std::time::Duration;
/// use tencent_action::{AssumeRoleCredentials, Client};
///
/// # fn main() -> Result<(), tencent_action::Error> {
/// let sts = Client::from_env()?;
/// let role = AssumeRoleCredentials::new(sts, "qcs::cam::uin/100000000001:roleName/uploader")
///     .external_id("a word that both sides know")
///     .duration(Duration::from_secs(3600));
/// let client = Client::builder().credentials(role).build()?;
/// # Ok(())
/// # }
/// ```
///
/// A role can be a source for another, each by a client of its own.
///
/// # Errors
///
/// - There is nothing to exchange: the error is that of the client's source.
/// - The duration isn't within 1 second and 12 hours, or the policy isn't JSON.
/// - STS refuses: [`CredentialError::sts_code`] has the code. Or it doesn't answer within 10 seconds.
#[derive(Clone)]
pub struct AssumeRoleCredentials {
    client: Client,
    role_arn: String,
    session_name: Option<String>,
    duration: Duration,
    external_id: Option<String>,
    policy: Option<String>,
}

impl AssumeRoleCredentials {
    /// Assumes the role with this name, `qcs::cam::uin/…:roleName/…`, for two hours at a time.
    pub fn new(client: Client, role_arn: impl Into<String>) -> Self {
        Self {
            client,
            role_arn: role_arn.into(),
            session_name: None,
            duration: sts::DURATION,
            external_id: None,
            policy: None,
        }
    }

    /// The name of the session, by which logs tell who acted: 2 to 128 letters, digits and `+=,.@_-`.
    ///
    /// By default, each session has one of its own: `tencent-action-`, the time, and four digits of chance.
    #[must_use]
    pub fn session_name(mut self, name: impl Into<String>) -> Self {
        self.session_name = Some(name.into());
        self
    }

    /// How long the credentials are good for: from 1 second up to 12 hours, in whole seconds, if the role allows it. By
    /// default, they are for 2 hours.
    #[must_use]
    pub fn duration(mut self, duration: Duration) -> Self {
        self.duration = duration;
        self
    }

    /// The external id that the role asks for.
    #[must_use]
    pub fn external_id(mut self, id: impl Into<String>) -> Self {
        self.external_id = Some(id.into());
        self
    }

    /// A policy, as JSON text, that narrows down what the role may do.
    #[must_use]
    pub fn policy(mut self, json: impl Into<String>) -> Self {
        self.policy = Some(json.into());
        self
    }

    fn request(&self) -> Result<AssumeRole, CredentialError> {
        let session_name = self.session_name.clone();
        Ok(AssumeRole {
            role_arn: self.role_arn.clone(),
            role_session_name: session_name.unwrap_or_else(|| sts::session_name(&self.client)),
            duration_seconds: sts::seconds(self.duration)?,
            external_id: self.external_id.clone(),
            policy: self.policy.as_deref().map(encode_policy).transpose()?,
        })
    }
}

/// A policy, percent-encoded as the API wants it.
fn encode_policy(json: &str) -> Result<String, CredentialError> {
    serde_json::from_str::<IgnoredAny>(json)
        .map_err(|error| CredentialError::new(format!("the policy isn't JSON: {error}")))?;
    Ok(percent_encode(json))
}

#[async_trait]
impl ProvideCredential for AssumeRoleCredentials {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        let role = || self.looks_at();
        let request = self.request().map_err(|error| error.about(role()))?;
        // Asked for first, so that the time that STS has is its own.
        self.client.find_credential().await.map_err(|error| error.about(role()))?;
        let call = request.send(&self.client);
        sts::assume(&self.client, call, self.external_id.as_deref().unwrap_or_default())
            .await
            .map(Some)
            .map_err(|error| error.about(role()))
    }

    fn looks_at(&self) -> Cow<'static, str> {
        format!("the role {}", self.role_arn).into()
    }

    /// That of the client's source, and 10 seconds for STS.
    fn timeout(&self) -> Duration {
        self.client.credential_timeout().saturating_add(sts::TIMEOUT)
    }
}

/// Without the external id, which some take for a secret.
impl fmt::Debug for AssumeRoleCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AssumeRoleCredentials")
            .field("role_arn", &self.role_arn)
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
