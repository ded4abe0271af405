//! The payload of a call: the request value, serialized once.

mod multipart;
mod octets;
mod query;
mod writer;

pub(crate) use self::octets::Octets;
pub(crate) use self::query::{encode, percent_encode};
pub(crate) use self::writer::{Writable, Writer};

use std::fmt;

use bytes::Bytes;
use http::HeaderValue;

use self::writer::FlattenError;
use crate::action::Encoding;
use crate::protocol::{Protocol, ProtocolError, RequestForm};
use crate::signing::{COMMON_PARAMETERS, SignatureMethod};

/// A serialized request, in the form that it goes out in.
#[derive(Debug)]
pub(crate) enum Payload {
    /// The body of a POST, as JSON.
    Json(Bytes),
    /// The query of a GET.
    Query(String),
    /// Parameters that are signed and sent together with the common ones: as a query, or as a form.
    Legacy { pairs: Vec<(String, String)>, form: RequestForm },
    /// The body of a POST, as `multipart/form-data` with the boundary that its content type names.
    Multipart { content_type: HeaderValue, body: Bytes },
    /// The body of a POST, as it is; the other parameters are headers.
    Octets(Octets),
}

impl Payload {
    pub(crate) fn new(
        value: &dyn Writable,
        encoding: Encoding,
        service: &str,
        protocol: Protocol,
        token: Option<ClientToken>,
        random: impl FnMut() -> u64,
    ) -> Result<Self, PayloadError> {
        if encoding != Encoding::Any && protocol.signature != SignatureMethod::Tc3HmacSha256 {
            let fault = format!("{} can't sign binary data: use TC3-HMAC-SHA256", protocol.signature);
            return Err(ProtocolError(fault).into());
        }
        match encoding {
            Encoding::Multipart => multipart::multipart(value, token, random),
            Encoding::OctetStream => octets::octets(value, token, service).map(Self::Octets),
            Encoding::Any => Self::in_form(value, token, protocol),
        }
    }

    fn in_form(value: &dyn Writable, token: Option<ClientToken>, protocol: Protocol) -> Result<Self, PayloadError> {
        let form = protocol.form()?;
        if form == RequestForm::Json {
            return Ok(Self::Json(Writer::json(value, token)?.into()));
        }
        let mut pairs = Writer::pairs(value)?;
        if let Some(ClientToken { name, token }) = token {
            pairs.push((name.to_owned(), token));
            pairs.sort_unstable();
        }
        if protocol.signature != SignatureMethod::Tc3HmacSha256 {
            check_names(&pairs)?;
        }
        Ok(match protocol.signature {
            SignatureMethod::Tc3HmacSha256 => {
                Self::Query(encode(pairs.iter().map(|(name, value)| (&**name, &**value))))
            }
            SignatureMethod::HmacSha256 | SignatureMethod::HmacSha1 => Self::Legacy { pairs, form },
        })
    }
}

/// Fails if a parameter is called as one that legacy requests have among the others.
fn check_names(pairs: &[(String, String)]) -> Result<(), PayloadError> {
    match pairs.iter().find(|(name, _)| COMMON_PARAMETERS.contains(&&**name)) {
        Some((name, _)) => {
            let fault = "is the name of a common parameter too: use TC3-HMAC-SHA256, which has those in headers";
            Err(PayloadError::Member(name.clone(), fault.to_owned()))
        }
        None => Ok(()),
    }
}

/// The token by which the service knows a request that comes again, for a request that has none of its own.
pub(crate) struct ClientToken {
    pub(crate) name: &'static str,
    pub(crate) token: String,
}

impl ClientToken {
    /// One that nobody has drawn before: 128 bits in hex, as 32 letters.
    pub(crate) fn draw(name: &'static str, mut random: impl FnMut() -> u64) -> Self {
        Self { name, token: format!("{:016x}{:016x}", random(), random()) }
    }
}

/// Why a request can't be written.
#[derive(Debug)]
pub(crate) enum PayloadError {
    Json(serde_json::Error),
    Flatten(FlattenError),
    Protocol(ProtocolError),
    NoObject,
    /// What is wrong with a member, by its name.
    Member(String, String),
    TooLarge {
        form: &'static str,
        len: usize,
        limit: usize,
    },
}

impl PayloadError {
    pub(crate) fn cause(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Json(error) => Some(error),
            Self::Flatten(error) => Some(error),
            Self::Protocol(error) => Some(error),
            Self::NoObject | Self::Member(..) | Self::TooLarge { .. } => None,
        }
    }
}

impl fmt::Display for PayloadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "the request can't be serialized: {error}"),
            Self::Flatten(error) => write!(f, "the request can't be flattened: {error}"),
            Self::Protocol(error) => write!(f, "{error}"),
            Self::NoObject => {
                f.write_str("the request can't be serialized: it isn't an object, with a member for each parameter")
            }
            Self::Member(name, fault) => write!(f, "the request can't be serialized: `{name}` {fault}"),
            Self::TooLarge { form, len, limit } => {
                write!(f, "the request is too large: {len} bytes as {form}, where {limit} are allowed")?;
                if *limit < JSON_LIMIT { f.write_str("; POST JSON carries 10 MB") } else { Ok(()) }
            }
        }
    }
}

impl From<serde_json::Error> for PayloadError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

impl From<FlattenError> for PayloadError {
    fn from(error: FlattenError) -> Self {
        Self::Flatten(error)
    }
}

impl From<ProtocolError> for PayloadError {
    fn from(error: ProtocolError) -> Self {
        Self::Protocol(error)
    }
}

/// The largest query, 32 KB; the largest form, 1 MB; the largest other body, 10 MB (api/1278/55252).
pub(crate) const QUERY_LIMIT: usize = 32 << 10;
pub(crate) const FORM_LIMIT: usize = 1 << 20;
pub(crate) const JSON_LIMIT: usize = 10 << 20;

/// Fails if a request has more bytes than the gateway takes in this form.
pub(crate) fn check_size(form: &'static str, len: usize, limit: usize) -> Result<(), PayloadError> {
    if len <= limit { Ok(()) } else { Err(PayloadError::TooLarge { form, len, limit }) }
}
