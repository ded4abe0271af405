//! What follows from a page: the next one, the end, or that the way is lost.

#[cfg(test)]
mod random;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::{PageInfo, Position};

/// How many empty pages of which each says that there is more are borne in a row.
const EMPTY_PAGES: u32 = 100;

/// Why there is no way on from a page, although it isn't the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PageFault {
    /// It is the page before, once more.
    Same { position: Position },
    /// The page that it says is next has been read.
    TokenRepeats,
    /// It says that there is more, and not where.
    TokenMissing,
    /// So many were empty.
    Empty,
}

impl fmt::Display for PageFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Same { position } => {
                write!(
                    f,
                    "the page at {position} is the one before it once more: the server seems to ignore the position"
                )
            }
            Self::TokenRepeats => f.write_str("the token of the next page is that of one that has been read"),
            Self::TokenMissing => {
                f.write_str("there are more pages, says the server, but the token of the next is missing")
            }
            Self::Empty => write!(f, "{EMPTY_PAGES} pages in a row are empty, and there are more, says the server"),
        }
    }
}

/// What is remembered of the pages so far.
#[derive(Debug, Default)]
pub(super) struct Course {
    /// How many items came before the next page. Of pages that go by number, it is reckoned.
    reached: Option<u64>,
    /// Whether the server's total was found to be none.
    distrusted: bool,
    /// Fingerprints of the tokens that were asked with.
    tokens: HashSet<u64>,
    /// The fingerprint of the last page, unless it was empty.
    last: Option<u64>,
    /// How many pages in a row were empty.
    empty: u32,
}

impl Course {
    /// Whether this page is the one before once more, as from a server that ignores the position.
    ///
    /// Where tokens say what is next, it is by them that it shows.
    pub(super) fn repeats(&mut self, at: &Position, page: &PageInfo, fingerprint: u64) -> bool {
        let this = (page.items > 0 && !matches!(at, Position::Token(_))).then_some(fingerprint);
        std::mem::replace(&mut self.last, this).is_some_and(|last| this == Some(last))
    }

    /// Where the page after this one begins, which began `at`; `None` if it is the last.
    pub(super) fn next(&mut self, at: Position, page: &PageInfo) -> Result<Option<Position>, PageFault> {
        if page.more == Some(false) {
            return Ok(None);
        }
        if page.items > 0 {
            self.empty = 0;
        } else {
            // Without a number or token that goes on by itself, the next would be this one again.
            if page.more.is_none() || matches!(at, Position::Offset(_)) {
                return Ok(None);
            }
            self.empty += 1;
            if self.empty == EMPTY_PAGES {
                return Err(PageFault::Empty);
            }
        }
        match at {
            Position::Offset(offset) => {
                let reached = offset.saturating_add(page.items);
                Ok((!self.is_all(reached, page)).then_some(Position::Offset(reached)))
            }
            Position::Number { number, first } => {
                // The first page that is read tells how large those before it are. Were it short, they'd be more than
                // that: then the end is found by an empty page, and nothing is lost.
                let before = number.saturating_sub(first).saturating_mul(page.items);
                let reached = self.reached.unwrap_or(before).saturating_add(page.items);
                let next = Position::Number { number: number.saturating_add(1), first };
                Ok((!self.is_all(reached, page)).then_some(next))
            }
            Position::Token(token) => self.after_token(token.as_deref(), page),
        }
    }

    /// Whether all has been read. A total of fewer items than have come can't be right, so it isn't believed, nor are
    /// those after it.
    fn is_all(&mut self, reached: u64, page: &PageInfo) -> bool {
        self.reached = Some(reached);
        let total = page.total.filter(|_| page.items > 0);
        self.distrusted |= total.is_some_and(|total| total < reached);
        !self.distrusted && page.more.is_none() && total == Some(reached)
    }

    fn after_token(&mut self, token: Option<&str>, page: &PageInfo) -> Result<Option<Position>, PageFault> {
        self.tokens.extend(token.map(hash));
        let Some(next) = page.next.as_ref().filter(|next| !next.is_empty()) else {
            return if page.more == Some(true) { Err(PageFault::TokenMissing) } else { Ok(None) };
        };
        if self.tokens.contains(&hash(next)) {
            return Err(PageFault::TokenRepeats);
        }
        Ok(Some(Position::Token(Some(next.clone()))))
    }
}

/// Tokens may be long, and pages many.
fn hash(token: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    token.hash(&mut hasher);
    hasher.finish()
}
