//! The codes that any service may answer with.

use crate::declare::tencent_errors;

/// The 38 common error codes (api/266/31774), which any action may answer with whatever its own pages list.
///
/// It is the [`ErrorCode`](crate::ErrorCode) of actions that declare no other, and fits as the last variant of an enum
/// of one's own: `Other(CommonError)`.
#[tencent_errors(crate = crate)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CommonError {
    /// The action has been withdrawn.
    ActionOffline,
    /// The `Authorization` header doesn't have its form.
    #[tencent(code = "AuthFailure.InvalidAuthorization")]
    InvalidAuthorization,
    /// The key isn't one for the cloud API.
    #[tencent(code = "AuthFailure.InvalidSecretId")]
    InvalidSecretId,
    /// Multi-factor authentication failed.
    #[tencent(code = "AuthFailure.MFAFailure")]
    MfaFailure,
    /// Nobody has this secret id: it is deleted, disabled, mistyped, or of the other site.
    #[tencent(code = "AuthFailure.SecretIdNotFound")]
    SecretIdNotFound,
    /// The timestamp is more than five minutes off.
    #[tencent(code = "AuthFailure.SignatureExpire")]
    SignatureExpire,
    /// The signature doesn't fit: another key signed, or something changed on the way.
    #[tencent(code = "AuthFailure.SignatureFailure")]
    SignatureFailure,
    /// The token of a temporary key is wrong or expired.
    #[tencent(code = "AuthFailure.TokenFailure")]
    TokenFailure,
    /// Cloud Access Management doesn't allow this.
    #[tencent(code = "AuthFailure.UnauthorizedOperation")]
    AccessDenied,
    /// The request would have succeeded: it asked for a dry run.
    DryRunOperation,
    /// The operation failed.
    FailedOperation,
    /// Something broke on the server.
    InternalError,
    /// There is no such action.
    InvalidAction,
    /// A parameter has the wrong form or type.
    InvalidParameter,
    /// A parameter's value is wrong.
    InvalidParameterValue,
    /// A multipart body is malformed.
    InvalidRequest,
    /// The caller's address is on a deny list.
    IpInBlacklist,
    /// The caller's address isn't on the allow list.
    IpNotInWhitelist,
    /// A quota is used up.
    LimitExceeded,
    /// A required parameter isn't there.
    MissingParameter,
    /// There is no such service.
    NoSuchProduct,
    /// The service has no such version.
    NoSuchVersion,
    /// Too many requests in this second.
    RequestLimitExceeded,
    /// Too many requests of the main account, over all regions.
    #[tencent(code = "RequestLimitExceeded.GlobalRegionUinLimitExceeded")]
    GlobalRegionUinLimitExceeded,
    /// Too many requests from this address.
    #[tencent(code = "RequestLimitExceeded.IPLimitExceeded")]
    IpLimitExceeded,
    /// Too many requests of the main account.
    #[tencent(code = "RequestLimitExceeded.UinLimitExceeded")]
    UinLimitExceeded,
    /// The request is too large.
    RequestSizeLimitExceeded,
    /// The resource is occupied.
    ResourceInUse,
    /// There isn't enough of the resource.
    ResourceInsufficient,
    /// There is no such resource.
    ResourceNotFound,
    /// The resource can't be used now.
    ResourceUnavailable,
    /// The operation ran, and its response is too large.
    ResponseSizeLimitExceeded,
    /// The service is down for the moment.
    ServiceUnavailable,
    /// The service doesn't allow this.
    UnauthorizedOperation,
    /// There is no such parameter.
    UnknownParameter,
    /// The operation isn't supported.
    UnsupportedOperation,
    /// The HTTP method is neither GET nor POST.
    UnsupportedProtocol,
    /// The action isn't there in this region.
    UnsupportedRegion,
    /// A code of the service's own.
    Other(String),
}
