//! The way back: bytes become a reply, an error of the API, or a fault that says what came instead.

mod api_error;
mod decode;
mod envelope;
mod fault;
mod raw;
mod reply;

pub use self::api_error::ApiError;
pub(crate) use self::envelope::judge;
pub(crate) use self::fault::{Fault, ReadError};
pub(crate) use self::raw::{RawReply, read};
pub use self::reply::Reply;
