//! Where a page begins.

use std::fmt;

/// Where a page begins, in one of the three ways that actions have for it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Position {
    /// After this many items.
    Offset(u64),
    /// At the page of this number.
    Number {
        /// The page's.
        number: u64,
        /// The first page's: mostly 1.
        first: u64,
    },
    /// Where the answer before said, by this token; `None` is the beginning.
    Token(Option<String>),
}

/// In words. A token isn't shown.
impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Offset(offset) => write!(f, "offset {offset}"),
            Self::Number { number, .. } => write!(f, "page {number}"),
            Self::Token(Some(_)) => f.write_str("a token"),
            Self::Token(None) => f.write_str("the beginning"),
        }
    }
}
