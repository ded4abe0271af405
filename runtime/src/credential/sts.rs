//! The two actions of STS by which a role is assumed, made with this crate itself.

use std::time::{Duration, SystemTime};

use super::moment::Moment;
use super::{Credential, CredentialError};
use crate::call::Call;
use crate::client::Client;
use crate::declare::{tencent_action, tencent_data, tencent_errors};
use crate::error_code::CommonError;
use crate::response::Reply;

/// How long the call may take.
pub(super) const TIMEOUT: Duration = Duration::from_secs(10);
/// STS is the same in each region, but wants one to be named.
const REGION: &str = "ap-guangzhou";
/// How long a role is assumed for: unless something else is said, and at most (api/1312/48197).
pub(super) const DURATION: Duration = Duration::from_secs(7200);
const LONGEST: Duration = Duration::from_secs(43_200);

/// Assumes a role as somebody who has a key.
#[tencent_action(crate = crate, service = "sts", version = "2018-08-13", response = Assumed, errors = StsError, idempotent)]
pub(super) struct AssumeRole {
    pub(super) role_arn: String,
    pub(super) role_session_name: String,
    pub(super) duration_seconds: u64,
    pub(super) external_id: Option<String>,
    pub(super) policy: Option<String>,
}

/// Assumes a role as somebody whom an identity provider vouches for.
#[tencent_action(
    crate = crate,
    service = "sts",
    version = "2018-08-13",
    response = Assumed,
    errors = StsError,
    idempotent,
    unsigned,
)]
pub(super) struct AssumeRoleWithWebIdentity<'a> {
    pub(super) provider_id: &'a str,
    pub(super) web_identity_token: &'a str,
    pub(super) role_arn: &'a str,
    pub(super) role_session_name: &'a str,
    pub(super) duration_seconds: u64,
}

/// What both answer. No `Debug`: there are secrets in it.
#[tencent_data(crate = crate)]
pub(super) struct Assumed {
    credentials: Issued,
    expired_time: u64,
}

#[tencent_data(crate = crate)]
struct Issued {
    tmp_secret_id: String,
    tmp_secret_key: String,
    token: String,
}

/// What STS refuses with when a role is to be assumed: see [`CredentialError::sts_code`](super::CredentialError::sts_code).
#[tencent_errors(crate = crate)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StsError {
    /// The account isn't there, or isn't active.
    #[tencent(code = "InvalidParameter.AccountNotAvaliable")]
    AccountNotAvailable,
    /// The policy gives more than the role has.
    #[tencent(code = "InvalidParameter.GrantOtherResource")]
    GrantOtherResource,
    /// Too many calls.
    #[tencent(code = "InvalidParameter.OverLimit")]
    OverLimit,
    /// The role may not be assumed for that long.
    #[tencent(code = "InvalidParameter.OverTimeError")]
    OverTime,
    /// A parameter is wrong: the session name, the external id, the identity provider's token.
    #[tencent(code = "InvalidParameter.ParamError")]
    Parameter,
    /// The policy is too long.
    #[tencent(code = "InvalidParameter.PolicyTooLong")]
    PolicyTooLong,
    /// The policy is too long, written out.
    #[tencent(code = "InvalidParameter.ExtendStrategyOverSize")]
    PolicyOverSize,
    /// The policy isn't written as one.
    #[tencent(code = "InvalidParameter.StrategyFormatError")]
    PolicyFormat,
    /// The policy isn't valid.
    #[tencent(code = "InvalidParameter.StrategyInvalid")]
    PolicyInvalid,
    /// A resource in the policy is wrong.
    #[tencent(code = "InvalidParameter.ResouceError")]
    Resource,
    /// The role isn't one that can be assumed.
    #[tencent(code = "InternalError.IllegalRole")]
    IllegalRole,
    /// The role can't be looked up.
    #[tencent(code = "InternalError.GetRoleError")]
    GetRole,
    /// The account has no such role.
    #[tencent(code = "ResourceNotFound.RoleNotFound")]
    RoleNotFound,
    /// Whoever calls may not assume the role.
    UnauthorizedOperation,
    /// Any other code.
    Other(CommonError),
}

/// Calls STS, and makes a credential of its answer. No error shows the secret that it is sent.
pub(super) async fn assume(
    client: &Client,
    call: Call<Reply<Assumed>>,
    secret: &str,
) -> Result<Credential, CredentialError> {
    let call = if client.region().is_some() { call } else { call.region(REGION) };
    let reply =
        call.timeout(TIMEOUT).secret(secret).await.map_err(|error| CredentialError::new(error.withholding(secret)))?;
    let Assumed { credentials, expired_time } = reply.into_inner();
    let expiry = Moment::at_second(expired_time).ok_or_else(|| {
        CredentialError::new(format!("STS answered with the `ExpiredTime` {expired_time}, which is no time"))
    })?;
    Ok(Credential::with_secret_id(credentials.tmp_secret_id)
        .secret_key(credentials.tmp_secret_key)
        .with_token(credentials.token)
        .with_expiry(expiry.0))
}

/// A duration that STS grants, in seconds.
pub(super) fn seconds(duration: Duration) -> Result<u64, CredentialError> {
    if duration.as_secs() == 0 || duration > LONGEST {
        let fault = format!("a role can be assumed for 1 s to 43200 s, which are 12 h, not for {duration:?}");
        return Err(CredentialError::new(fault));
    }
    Ok(duration.as_secs())
}

/// A name for a session that no other has: by it, logs tell who acted.
pub(super) fn session_name(client: &Client) -> String {
    let since = client.now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    format!("tencent-action-{}-{:04x}", since.as_micros(), client.random() & 0xffff)
}
