//! The text of a stage as the pieces that make it up, so that what is hashed, what is sent and what is displayed are one
//! definition, and neither of the first two needs a formatter.

use std::fmt;

/// Pieces that are valid text each by itself.
pub(super) fn display(pieces: &[&[u8]], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    pieces.iter().try_for_each(|piece| f.write_str(str::from_utf8(piece).map_err(|_| fmt::Error)?))
}
