//! What `paginate(…)` is made of: members of requests and responses, of whatever type they are, found by a path.
//!
//! A path leads through wrappers that may be missing, so each function takes an `Option`.

mod flag;
mod list;
mod number;
mod slot;
mod through;
mod token;

pub use self::flag::Flag;
pub use self::list::List;
pub use self::number::Number;
pub use self::slot::{Misfit, Slot};
pub use self::through::{Plain, Through};
pub use self::token::PageToken;

use crate::paginate::Position;

/// Where the page begins, by the request's offset.
pub fn offset(offset: Option<&impl Number>) -> Position {
    Position::Offset(offset.and_then(Number::number).unwrap_or(0))
}

/// Where the page begins, by the request's page number.
pub fn page(page: Option<&impl Number>, first: u64) -> Position {
    Position::Number { number: page.and_then(Number::number).unwrap_or(first), first }
}

/// Where the page begins, by the request's token.
pub fn token(token: Option<&impl PageToken>) -> Position {
    Position::Token(token.and_then(PageToken::token))
}

/// How many items are in the response.
pub fn count<T>(list: Option<&impl List<T>>) -> usize {
    list.map_or(0, List::count)
}

/// How many items there are in all, as the response says.
pub fn total(total: Option<&impl Number>) -> Option<u64> {
    total.and_then(Number::number)
}

/// The response's token of the next page.
pub fn next(token: Option<&impl PageToken>) -> Option<String> {
    token.and_then(PageToken::token)
}

/// Whether the response says that there is more.
pub fn more(more: Option<&impl Flag>) -> Option<bool> {
    more.and_then(Flag::flag)
}

/// The same, where it says that this was all.
pub fn done(done: Option<&impl Flag>) -> Option<bool> {
    more(done).map(|done| !done)
}
