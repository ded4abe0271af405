//! What can go wrong, as a script says it.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header};

use super::damage::Damage;
use super::effect::Effect;
use super::gate::token_failure;
use crate::response::ApiError;
use crate::stream::is_stream;
use crate::transport::Body;

/// What goes wrong with one request. [The module](super#when-things-go-wrong) tells how to script it.
///
/// | fault | what the caller gets | does the handler run? |
/// |---|---|---|
/// | [`refused`](Self::refused) | no connection | no |
/// | [`unread`](Self::unread) | a reset connection | no |
/// | [`reset`](Self::reset) | a reset connection | no * |
/// | [`page`](Self::page), [`empty`](Self::empty), [`garbage`](Self::garbage), [`answer`](Self::answer), [`gzip_bomb`](Self::gzip_bomb) | another answer | no * |
/// | [`error`](Self::error), [`expired_token`](Self::expired_token) | an error of the API | no * |
/// | [`latency`](Self::latency) | the answer, later | yes, after that time * |
/// | [`cut_off`](Self::cut_off), [`stall`](Self::stall) | the beginning of the answer | yes |
/// | [`content_type`](Self::content_type) | the answer, under another name | yes |
///
/// The star: [`after_handler`](Self::after_handler) lets the handler run first. A fault strikes whatever the request is;
/// one that the cloud would have refused anyway has no handler that could run.
///
/// [`after_items`](Self::after_items) has a fault strike in the middle of a stream, where the answer has begun already.
///
/// ```
/// use std::time::Duration;
/// use http::StatusCode;
/// use tencent_action::fake::Fault;
///
/// // The operation happens, and a gateway loses patience before its answer is there.
/// let late = Fault::page(StatusCode::GATEWAY_TIMEOUT).after_handler().with_latency(Duration::from_secs(30));
/// assert_eq!(late.to_string(), "HTTP status 504 with 116 bytes after the handler and 30s");
/// ```
#[derive(Debug, Clone)]
pub struct Fault {
    pub(super) effect: Effect,
    pub(super) moment: Moment,
    pub(super) latency: Duration,
}

/// When a fault strikes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    /// Before the handler runs, or instead of it.
    Before,
    /// Once it ran.
    AfterHandler,
    /// In the middle of its stream, after so many items.
    AfterItems(usize),
}

impl Fault {
    fn new(effect: Effect) -> Self {
        Self { effect, moment: Moment::Before, latency: Duration::ZERO }
    }

    /// No connection comes about: the request was surely not sent.
    ///
    /// Over a socket there is a connection already, so there it is the same as [`unread`](Self::unread), and the caller
    /// can't know that nothing happened. A port where nobody listens refuses for real.
    pub fn refused() -> Self {
        Self::new(Effect::Refuse)
    }

    /// The connection is reset before the request is read: to the caller it may have been sent.
    ///
    /// Over a socket, a turn of [`FakeCloud::faults`](super::FakeCloud::faults) strikes as soon as the head is there. A
    /// rule of [`FakeCloud::fault_when`](super::FakeCloud::fault_when) has read the request.
    pub fn unread() -> Self {
        Self::new(Effect::ResetUnread)
    }

    /// The connection is reset once the request is read. After the handler, the operation has happened and the answer is
    /// lost.
    pub fn reset() -> Self {
        Self::new(Effect::Reset)
    }

    /// A web page comes instead of the answer, as gateways and captive portals send it: 502 and 503, and 200 too.
    pub fn page(status: StatusCode) -> Self {
        let reason = status.canonical_reason().unwrap_or("Unknown");
        let title = format!("{} {reason}", status.as_u16());
        let page = format!(
            "<html>\r\n<head><title>{title}</title></head>\r\n<body><h1>{title}</h1><hr>nginx</body></html>\r\n"
        );
        Self::of(status, "text/html", page)
    }

    /// An empty body comes instead of the answer.
    pub fn empty() -> Self {
        Self::of(StatusCode::OK, "application/json", Bytes::new())
    }

    /// Bytes that make no sense come instead of the answer.
    pub fn garbage() -> Self {
        Self::of(StatusCode::OK, "application/json", &b"\x00\xff\xfe{\"Resp\x80nse\":\x1b[2J"[..])
    }

    /// This comes instead of the answer. A `Content-Length` is that of the body, whatever its headers say.
    pub fn answer(answer: Response<impl Into<Bytes>>) -> Self {
        let mut answer = answer.map(Into::into);
        answer.headers_mut().remove(header::CONTENT_LENGTH);
        Self::new(Effect::Answer(Box::new(answer)))
    }

    fn of(status: StatusCode, content_type: &'static str, body: impl Into<Bytes>) -> Self {
        let mut answer = Response::new(body);
        *answer.status_mut() = status;
        answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        Self::answer(answer)
    }

    /// A well-formed answer of so many bytes comes. With gzip, a thousandth of it goes over the connection.
    ///
    /// It is packed for callers that accept gzip, as the real cloud's answers are. In process nobody unpacks, and nobody
    /// asks for gzip, so the bytes come as they are; either way they are made as they are read.
    pub fn gzip_bomb(len: usize) -> Self {
        Self::new(Effect::Bomb(len))
    }

    /// The API answers with this error. An `InternalError` may come after the handler ran, too.
    pub fn error(error: ApiError) -> Self {
        Self::new(Effect::Error(error))
    }

    /// The token has expired: the error `AuthFailure.TokenFailure`.
    pub fn expired_token() -> Self {
        Self::error(token_failure())
    }

    /// All is well, but the handler runs only after this time: the cloud is slow to begin.
    ///
    /// If the caller leaves in the meantime, the handler doesn't run. After the handler, it is the answer that is late.
    pub fn latency(latency: Duration) -> Self {
        Self::new(Effect::None).with_latency(latency)
    }

    /// The connection breaks after so many bytes of the body. Of one that isn't longer than that, it is the last byte that
    /// is missing; of a stream, the end.
    pub fn cut_off(after: usize) -> Self {
        Self::new(Effect::Damage(Damage::CutOff, after))
    }

    /// Nothing comes any more after so many bytes of the body, and the connection stays. The bytes are counted as for
    /// [`cut_off`](Self::cut_off).
    pub fn stall(after: usize) -> Self {
        Self::new(Effect::Damage(Damage::Stall, after))
    }

    /// The answer has this content type.
    pub fn content_type(value: HeaderValue) -> Self {
        Self::new(Effect::ContentType(value))
    }

    /// The same fault, which strikes once the handler ran. For [`refused`](Self::refused) and [`unread`](Self::unread),
    /// there is nothing that could have run.
    #[must_use]
    pub fn after_handler(self) -> Self {
        self.at(Moment::AfterHandler)
    }

    /// The same fault, which strikes in the middle of a stream: once so many of the handler's items have gone out, or all
    /// of them, if there are fewer. Silences aren't counted.
    ///
    /// The caller's stream has begun by then. A reset breaks it; an error comes as an event; another answer comes in
    /// place of its rest, as the bytes that it is; a latency is a silence; and [`cut_off`](Self::cut_off) and
    /// [`stall`](Self::stall) count the bytes that come after these items. An answer that isn't a stream has no items, so
    /// there the fault strikes after the handler, as does [`content_type`](Self::content_type), which is in the head.
    ///
    /// ```
    /// use std::time::Duration;
    /// use tencent_action::ApiError;
    /// use tencent_action::fake::Fault;
    ///
    /// let error = Fault::error(ApiError::new("InternalError", "The model timed out."));
    /// let late = error.after_items(2).with_latency(Duration::from_secs(30));
    /// assert_eq!(late.to_string(), "error InternalError after 2 items and 30s");
    /// ```
    #[must_use]
    pub fn after_items(self, items: usize) -> Self {
        self.at(Moment::AfterItems(items))
    }

    /// The same fault, at this moment, unless there is no later one.
    fn at(self, moment: Moment) -> Self {
        let moment = if self.effect.is_unread() { Moment::Before } else { moment };
        Self { moment, ..self }
    }

    /// The same fault, which strikes after this time, by the cloud's clock.
    #[must_use]
    pub fn with_latency(self, latency: Duration) -> Self {
        Self { latency, ..self }
    }

    /// After how many items of this answer it strikes, if it does so in the middle of it.
    pub(super) fn items(&self, response: &Response<Body>) -> Option<usize> {
        match self.moment {
            Moment::AfterItems(items) if is_stream(response) && !self.effect.is_of_head() => Some(items),
            _ => None,
        }
    }

    /// Whether the handler runs, if the request lets it.
    pub(super) fn runs_handler(&self) -> bool {
        self.moment != Moment::Before || self.effect.needs_handler()
    }
}

/// One line: `reset after the handler`.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.effect)?;
        let moment = match self.moment {
            Moment::Before => None,
            Moment::AfterHandler => Some("the handler".to_owned()),
            Moment::AfterItems(1) => Some("1 item".to_owned()),
            Moment::AfterItems(items) => Some(format!("{items} items")),
        };
        let latency = (!self.latency.is_zero()).then(|| format!("{:?}", self.latency));
        let both: Vec<_> = moment.into_iter().chain(latency).collect();
        if both.is_empty() { Ok(()) } else { write!(f, " after {}", both.join(" and ")) }
    }
}
