//! An answer that is small on its way and large when it is unpacked.

use std::io::Write;
use std::iter::{once, repeat_n};
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::{HeaderMap, HeaderValue, Response, header};
use http_body::Frame;

use crate::transport::{Body, TransportError};

const HEAD: &str = r#"{"Response":{"Filling":""#;
const TAIL: &str = r#"","RequestId":"00000000-0000-0000-0000-000000000000"}}"#;
/// What the filling is made of.
static PIECE: [u8; 1 << 16] = [b'x'; 1 << 16];

/// Whether who sent these headers can unpack.
pub(super) fn takes_gzip(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|coding| coding.trim().starts_with("gzip"))
}

/// A well-formed answer of so many bytes, packed for those who can unpack it. It is made as it is read.
pub(super) fn respond(len: usize, packed: bool) -> Response<Body> {
    let encoder = packed.then(|| GzEncoder::new(Vec::new(), Compression::best()));
    let mut response = Response::new(Body::new(Bomb { pieces: Box::new(pieces(len)), encoder }));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if packed {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

fn pieces(len: usize) -> impl Iterator<Item = Bytes> + Send {
    let filling = len.saturating_sub(HEAD.len() + TAIL.len());
    let (whole, rest) = (filling / PIECE.len(), filling % PIECE.len());
    once(Bytes::from(HEAD))
        .chain(repeat_n(Bytes::from_static(&PIECE), whole))
        .chain(once(Bytes::from_static(&PIECE[..rest])))
        .chain(once(Bytes::from(TAIL)))
}

struct Bomb {
    pieces: Box<dyn Iterator<Item = Bytes> + Send>,
    encoder: Option<GzEncoder<Vec<u8>>>,
}

impl Bomb {
    /// The next bytes, if there are any; none at the end.
    fn next(&mut self) -> Result<Option<Bytes>, TransportError> {
        for piece in self.pieces.by_ref() {
            let Some(encoder) = &mut self.encoder else { return Ok(Some(piece)) };
            encoder.write_all(&piece)?;
            // The encoder keeps back much; what it gave is taken away, so that nothing piles up.
            if !encoder.get_ref().is_empty() {
                return Ok(Some(mem::take(encoder.get_mut()).into()));
            }
        }
        Ok(self.encoder.take().map(GzEncoder::finish).transpose()?.map(Bytes::from))
    }
}

impl http_body::Body for Bomb {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        Poll::Ready(self.next().transpose().map(|bytes| bytes.map(Frame::data)))
    }
}
