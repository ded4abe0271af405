//! The way back: bytes become a reply or a chunk, an error of the API, or a fault that says what came instead.

mod api_error;
mod decode;
mod envelope;
mod event;
mod fault;
mod head;
#[cfg(test)]
mod mutants;
mod raw;
mod reply;
mod error_member;
mod scan;
mod stream_fault;
mod text;

#[cfg(test)]
mod random;

pub use self::api_error::ApiError;
pub(crate) use self::decode::Place;
pub(crate) use self::envelope::judge;
pub(crate) use self::event::{Layout, decode_event, judge_event};
pub(crate) use self::fault::{Fault, ReadError};
pub(crate) use self::raw::{RawReply, read};
pub use self::reply::Reply;
pub(crate) use self::stream_fault::StreamFault;
#[cfg(feature = "spec")]
pub(crate) use self::text::is_format;
