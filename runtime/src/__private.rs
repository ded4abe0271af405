//! What the code emitted by the macros calls. Not for people: it changes without notice.

mod bytes;
pub mod de;
mod family;
mod finite;
mod kept;
mod member;
mod object;
pub mod paging;
mod token;

pub use self::bytes::Binary;
pub use self::family::family;
pub use self::finite::Finite;
pub use self::kept::Kept;
pub use self::member::{Member, Sent};
pub use self::object::Object;
pub use self::token::Token;
pub use serde;
pub use std::vec::Vec;
pub use tencent_action_macros::{Action, Data, Errors};
