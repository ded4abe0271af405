//! What goes wrong: of a hundred requests, five meet one of these.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use http::{HeaderValue, StatusCode};
use tencent_action::ApiError;
use tencent_action::fake::Fault;

/// One kind of fault, how often it was ordered, and how often it happened.
pub(crate) struct Kind {
    pub(crate) fault: Fault,
    /// Its line, by which it is found again.
    pub(crate) line: String,
    /// Whether a call that meets it isn't tried again, even one that may be done again.
    pub(crate) lasts: bool,
    pub(crate) ordered: AtomicU64,
    pub(crate) happened: AtomicU64,
}

pub(crate) type Kinds = Arc<Vec<Kind>>;

pub(crate) fn kinds() -> Kinds {
    let error = |code: &str| Fault::error(ApiError::new(code, "as the soak wants it"));
    let events = HeaderValue::from_static("text/event-stream");
    let late = Duration::from_millis(5);
    let passing = [
        Fault::unread(),
        Fault::reset(),
        Fault::reset().after_handler(),
        Fault::reset().after_handler().with_latency(late),
        Fault::latency(late),
        Fault::latency(late).after_handler(),
        Fault::cut_off(0),
        Fault::cut_off(20),
        Fault::cut_off(usize::MAX),
        Fault::page(StatusCode::BAD_GATEWAY),
        Fault::page(StatusCode::GATEWAY_TIMEOUT).after_handler(),
        Fault::empty(),
        Fault::garbage().after_handler(),
        Fault::content_type(HeaderValue::from_static("text/html")),
        error("RequestLimitExceeded"),
        error("InternalError"),
        error("InternalError").after_handler(),
    ];
    let lasting = [Fault::content_type(events), Fault::expired_token(), error("LimitExceeded")];
    let kind = |(fault, lasts): (Fault, bool)| {
        let line = fault.to_string();
        Kind { fault, line, lasts, ordered: AtomicU64::new(0), happened: AtomicU64::new(0) }
    };
    let faults = passing.map(|fault| (fault, false)).into_iter().chain(lasting.map(|fault| (fault, true)));
    Arc::new(faults.map(kind).collect())
}

/// One turn a request, without end, and the same each time.
pub(crate) fn script(kinds: &Kinds) -> impl Iterator<Item = Option<Fault>> + Send + use<> {
    let kinds = Arc::clone(kinds);
    (0_u64..).map(move |number| {
        let random = mixed(number);
        if !random.is_multiple_of(20) {
            return None;
        }
        let kind = &kinds[usize::try_from(random / 20 % kinds.len() as u64).unwrap()];
        kind.ordered.fetch_add(1, Ordering::Relaxed);
        Some(kind.fault.clone())
    })
}

/// A number that looks like chance: the finalizer of `splitmix64`.
fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
