//! Credentials of a role, for which the token of an identity provider is exchanged.

use std::borrow::Cow;
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use async_trait::async_trait;
use zeroize::Zeroizing;

use super::file::{self, Content};
use super::sts::{self, AssumeRoleWithWebIdentity};
use super::{Credential, CredentialError, ProvideCredential};
use crate::client::Client;

/// 10 seconds for STS, and as many for the file.
pub(super) const TIMEOUT: Duration = sts::TIMEOUT.saturating_mul(2);

/// Assumes a role with the token of an identity provider (OIDC): `AssumeRoleWithWebIdentity` of STS, which needs no key.
///
/// The token is in a file, which is read again each time, since such tokens live for an hour or so and whoever issues
/// them writes the next one there. In a TKE pod, [`TkePodCredentials`](crate::TkePodCredentials) knows where that is.
///
/// The call is made by a client, unsigned: its credentials don't matter, and it needs none. Site, endpoint, transport and
/// clock are that client's; its region, if it has one, and else `ap-guangzhou`.
///
/// # Example
///
/// ```no_run
/// use tencent_action::{Client, WebIdentityCredentials};
///
/// # fn main() -> Result<(), tencent_action::Error> {
/// let role = WebIdentityCredentials::new(
///     Client::from_env()?,
///     "qcs::cam::uin/100000000001:roleName/deploy",
///     "my-provider",
///     "/var/run/secrets/token",
/// );
/// let client = Client::builder().credentials(role).build()?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// - The file isn't there, can't be read, or is empty.
/// - The duration isn't within 1 second and 12 hours.
/// - STS refuses: [`CredentialError::sts_code`] has the code. Or it doesn't answer within 10 seconds.
#[derive(Clone)]
pub struct WebIdentityCredentials {
    client: Client,
    role_arn: String,
    provider_id: String,
    token_file: PathBuf,
    session_name: Option<String>,
    duration: Duration,
}

impl WebIdentityCredentials {
    /// Assumes the role with this name, `qcs::cam::uin/…:roleName/…`, for two hours at a time, with the token in this file,
    /// which is of the identity provider that the account knows by this name.
    pub fn new(
        client: Client,
        role_arn: impl Into<String>,
        provider_id: impl Into<String>,
        token_file: impl Into<PathBuf>,
    ) -> Self {
        Self {
            client,
            role_arn: role_arn.into(),
            provider_id: provider_id.into(),
            token_file: token_file.into(),
            session_name: None,
            duration: sts::DURATION,
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

    async fn exchange(&self) -> Result<Credential, CredentialError> {
        let duration_seconds = sts::seconds(self.duration)?;
        let token = read_token(&self.token_file).await?;
        let session_name = self.session_name.clone().unwrap_or_else(|| sts::session_name(&self.client));
        let request = AssumeRoleWithWebIdentity {
            provider_id: &self.provider_id,
            web_identity_token: &token,
            role_arn: &self.role_arn,
            role_session_name: &session_name,
            duration_seconds,
        };
        sts::assume(&self.client, request.send(&self.client), &token).await
    }
}

/// The token in a file, without the line break at its end.
async fn read_token(path: &Path) -> Result<Zeroizing<String>, CredentialError> {
    let fault = |fault: &str| CredentialError::new(format!("the token file {} {fault}", path.display()));
    let owned = path.to_owned();
    let text = match file::aside(move || file::read_quietly(&owned)).await? {
        Content::Text(text) => text,
        Content::Nothing(how) => return Err(fault(&format!("is {how}"))),
    };
    match text.trim() {
        "" => Err(fault("is empty")),
        token => Ok(Zeroizing::new(token.to_owned())),
    }
}

#[async_trait]
impl ProvideCredential for WebIdentityCredentials {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        self.exchange().await.map(Some).map_err(|error| error.about(self.looks_at()))
    }

    fn looks_at(&self) -> Cow<'static, str> {
        format!("the role {}", self.role_arn).into()
    }

    fn timeout(&self) -> Duration {
        TIMEOUT
    }
}

impl fmt::Debug for WebIdentityCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebIdentityCredentials")
            .field("role_arn", &self.role_arn)
            .field("provider_id", &self.provider_id)
            .field("token_file", &self.token_file)
            .finish_non_exhaustive()
    }
}
