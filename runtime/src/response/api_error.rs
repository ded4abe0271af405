//! An error that the API answered with.

/// `Error` of a response: a code, and a message for people.
///
/// A handler of [`FakeCloud`](https://docs.rs/tencent-action/latest/tencent_action/fake/) answers with one; of a failed
/// call, [`Error::api`](crate::Error::api) gives it.
///
/// ```
/// use tencent_action::ApiError;
///
/// let error = ApiError::new("InvalidParameterValue.TaskId", "There is no such task.");
/// assert_eq!(error.code(), "InvalidParameterValue.TaskId");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {message}")]
pub struct ApiError {
    code: String,
    message: String,
}

/// Families of codes whose operation wasn't run: stopped at the gateway, or refused by a check (api/213/30435).
const NOT_RUN: [&str; 26] = [
    "ActionOffline",
    "AuthFailure",
    "DryRunOperation",
    "InvalidAction",
    "InvalidParameter",
    "InvalidParameterValue",
    "InvalidRequest",
    "IpInBlacklist",
    "IpNotInWhitelist",
    "LimitExceeded",
    "MissingParameter",
    "NoSuchProduct",
    "NoSuchVersion",
    "RequestLimitExceeded",
    "RequestSizeLimitExceeded",
    "ResourceInUse",
    "ResourceInsufficient",
    "ResourceNotFound",
    "ResourceUnavailable",
    "ResourcesSoldOut",
    "UnauthorizedOperation",
    "UnknownParameter",
    "UnsupportedOperation",
    "UnsupportedProtocol",
    "UnsupportedRegion",
    "InvalidAuthorization",
];

impl ApiError {
    /// An error with this code and message.
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: message.into() }
    }

    /// The code: what programs decide by. `InvalidParameterValue.TaskId`
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The message, for people; it may change at any time.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Whether the operation may have run, as far as the code tells. Codes that nobody documents count as "may have".
    pub fn may_have_run(&self) -> bool {
        let family = self.code.split('.').next().unwrap_or_default();
        !NOT_RUN.contains(&family)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_family_tells_whether_the_operation_may_have_run() {
        let may = |code: &str| ApiError::new(code, "").may_have_run();
        for code in ["AuthFailure.SignatureFailure", "InvalidParameterValue.TaskId", "RequestLimitExceeded"] {
            assert!(!may(code), "{code}");
        }
        for code in ["InternalError", "FailedOperation.DBError", "ServiceUnavailable", "ResponseSizeLimitExceeded", ""]
        {
            assert!(may(code), "{code}");
        }
    }
}
