//! An error that the API answered with.

use std::fmt;

use super::text::{one_line, shortened};

/// How much of an error its `Display` shows, in characters: more than the longest that is known.
const SHOWN: usize = 2000;

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
///
/// `Display` is one line, `InvalidParameterValue.TaskId: There is no such task.`, without what could steer a terminal.
/// An error that the server sent without a code has an empty one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiError {
    code: String,
    message: String,
}

/// The codes by which the gateway stops requests. A service's own, as `RequestLimitExceeded.BatchTaskLimit`, is a quota.
const THROTTLED: [&str; 4] = [
    "RequestLimitExceeded",
    "RequestLimitExceeded.GlobalRegionUinLimitExceeded",
    "RequestLimitExceeded.IPLimitExceeded",
    "RequestLimitExceeded.UinLimitExceeded",
];

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
        !NOT_RUN.contains(&self.family())
    }

    /// Whether the gateway stopped the request because there were too many in a second, so that a later one may pass.
    ///
    /// That are four codes, and no others of their family: `RequestLimitExceeded` itself, and with
    /// `.GlobalRegionUinLimitExceeded`, `.IPLimitExceeded` or `.UinLimitExceeded`.
    pub fn is_throttled(&self) -> bool {
        THROTTLED.contains(&&*self.code)
    }

    /// Whether the key, the token or the signature was refused: `AuthFailure`, but for what
    /// [`is_unauthorized`](Self::is_unauthorized) tells.
    pub fn is_authentication(&self) -> bool {
        self.family() == "AuthFailure" && !self.is_unauthorized()
    }

    /// Whether the account isn't allowed to do this: `UnauthorizedOperation` and codes below it, and
    /// `AuthFailure.UnauthorizedOperation`.
    pub fn is_unauthorized(&self) -> bool {
        self.family() == "UnauthorizedOperation" || self.code == "AuthFailure.UnauthorizedOperation"
    }

    /// Whether what the request names isn't there: `ResourceNotFound` and codes below it.
    pub fn is_not_found(&self) -> bool {
        self.family() == "ResourceNotFound"
    }

    /// Whether a quota is used up, which no retry helps: `LimitExceeded` and codes below it, and those below
    /// `RequestLimitExceeded` that aren't [throttling](Self::is_throttled).
    pub fn is_quota(&self) -> bool {
        self.family() == "LimitExceeded" || self.family() == "RequestLimitExceeded" && !self.is_throttled()
    }

    /// Whether this is no failure: the request asked for a dry run, and would have succeeded (`DryRunOperation`).
    pub fn is_dry_run_success(&self) -> bool {
        self.code == "DryRunOperation"
    }

    /// Whether the fault may pass by itself.
    pub(crate) fn is_transient(&self) -> bool {
        self.is_throttled() || matches!(self.family(), "InternalError" | "ServiceUnavailable")
    }

    /// Takes a secret out of the message, should it be in there.
    pub(super) fn withhold(&mut self, secret: &str) {
        if !secret.is_empty() && self.message.contains(secret) {
            self.message = self.message.replace(secret, "…");
        }
    }

    /// What stands before the first dot of the code.
    fn family(&self) -> &str {
        self.code.split('.').next().unwrap_or_default()
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (code, message) = (one_line(&self.code), shortened(&one_line(&self.message), SHOWN));
        match (&*code, &*message) {
            ("", "") => f.write_str("an error without code and message"),
            ("", what) | (what, "") => f.write_str(what),
            (code, message) => write!(f, "{}: {message}", shortened(code, SHOWN)),
        }
    }
}

impl std::error::Error for ApiError {}

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

    /// Each code with the predicates that hold for it.
    #[test]
    fn predicates_go_by_exact_code_or_by_family() {
        for (code, expected) in [
            ("RequestLimitExceeded", "throttled transient"),
            ("RequestLimitExceeded.UinLimitExceeded", "throttled transient"),
            ("RequestLimitExceeded.IPLimitExceeded", "throttled transient"),
            ("RequestLimitExceeded.GlobalRegionUinLimitExceeded", "throttled transient"),
            ("RequestLimitExceeded.BatchTaskLimit", "quota"),
            ("LimitExceeded", "quota"),
            ("LimitExceeded.Vpc", "quota"),
            ("AuthFailure.SignatureFailure", "authentication"),
            ("AuthFailure.UnauthorizedOperation", "unauthorized"),
            ("UnauthorizedOperation.CamNoAuth", "unauthorized"),
            ("ResourceNotFound", "not-found"),
            ("ResourceNotFoundX", ""),
            ("InternalError.DbError", "transient"),
            ("ServiceUnavailable", "transient"),
            ("DryRunOperation", "dry-run"),
            ("FailedOperation", ""),
            ("", ""),
        ] {
            let error = ApiError::new(code, "");
            let holds = [
                (error.is_throttled(), "throttled"),
                (error.is_authentication(), "authentication"),
                (error.is_unauthorized(), "unauthorized"),
                (error.is_not_found(), "not-found"),
                (error.is_quota(), "quota"),
                (error.is_dry_run_success(), "dry-run"),
                (error.is_transient(), "transient"),
            ];
            let holds: Vec<_> = holds.iter().filter(|(holds, _)| *holds).map(|(_, name)| *name).collect();
            assert_eq!(holds.join(" "), expected, "{code}");
        }
    }
}
