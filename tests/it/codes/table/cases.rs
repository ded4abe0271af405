//! The cases of each row.

use std::collections::BTreeSet;

use tencent_action::{CommonError, ErrorCode, TransportError};

use super::fails::{
    Closed, Fails, answers, broken_body, code, event, event_with_code, limited, never, sends, silent, slow, too_large,
    transport, without_credential, without_region,
};
use crate::support::answered;

/// How many rows there are.
pub(super) const ROWS: usize = 15;

const THROTTLED: [&str; 4] = [
    "RequestLimitExceeded",
    "RequestLimitExceeded.GlobalRegionUinLimitExceeded",
    "RequestLimitExceeded.IPLimitExceeded",
    "RequestLimitExceeded.UinLimitExceeded",
];
const TRANSIENT: [&str; 4] =
    ["InternalError", "InternalError.DbError", "ServiceUnavailable", "ServiceUnavailable.Busy"];
/// Common codes by which nothing is known.
const OTHER: [&str; 4] = ["FailedOperation", "FailedOperation.Any", "ResponseSizeLimitExceeded", "Undocumented"];

/// The common codes that are none of these, and some below them.
fn refused() -> Vec<&'static str> {
    let known: BTreeSet<_> = THROTTLED.into_iter().chain(TRANSIENT).chain(OTHER).collect();
    let common = CommonError::CODES.iter().copied().filter(|code| !known.contains(code));
    common.chain(["RequestLimitExceeded.BatchTaskLimit", "LimitExceeded.Any", "InvalidParameterValue.TaskId"]).collect()
}

/// The cases of a row, by what it says in its first cell.
pub(super) fn cases(row: &str) -> Vec<Fails> {
    let codes = |codes: &[&str]| codes.iter().copied().map(code).collect();
    match row {
        "no connection came about" => vec![transport(|| TransportError::not_sent("refused"))],
        "the network, after the request was sent" => vec![transport(|| TransportError::maybe_sent("reset"))],
        "the time of an attempt" => vec![slow()],
        "the deadline, before the request was sent" => vec![limited(Closed::Silent)],
        "the deadline, after the request was sent" => vec![never()],
        "too many requests, by the four codes of the gateway" => codes(&THROTTLED),
        "too many requests, by the rate limit of this client" => {
            vec![limited(Closed::TooLate), limited(Closed::Broken)]
        }
        "`InternalError`, `ServiceUnavailable` and codes below them" => codes(&TRANSIENT),
        "an answer that isn't from the API, or broke off" => {
            let mut cases = answers(&[(502, "<html>"), (200, ""), (200, "{\"Response\":{\"Req"), (200, "oh no")]);
            cases.extend(answers(&[(200, "{}"), (503, r#"{"Response":{}}"#)]));
            cases.push(broken_body());
            cases
        }
        "a stream that had begun broke, stalled, or told one of the codes above" => {
            let codes = THROTTLED.into_iter().chain(TRANSIENT).map(event_with_code);
            [event(|| silent(false)), event(|| silent(true)), event(|| "data: {\"Ta".into())]
                .into_iter()
                .chain(codes)
                .collect()
        }
        "a stream that had begun told another code" => {
            refused().into_iter().chain(OTHER).map(event_with_code).collect()
        }
        "what came is too large, or doesn't fit what is declared" => {
            let body = r#"{"Response":{"Task":{},"RequestId":"r"}}"#;
            let whole = [sends(answered(200, body)), too_large(body)];
            whole.into_iter().chain([event(|| "data: {\"Task\":{}}\n\n".into())]).collect()
        }
        "a code by which the request was refused: for its parameters, its signature, a permission, a quota, a lack" => {
            codes(&refused())
        }
        "any other code, as `FailedOperation`" => codes(&OTHER),
        "there is no credential, or no request can be made of what was said" => {
            vec![without_credential(), without_region()]
        }
        other => panic!("the table has a row that nobody knows: {other}"),
    }
}
