//! What the code emitted by the macros calls. Not for people: it changes without notice.

mod bytes;
pub mod de;
mod family;
mod kept;
mod member;

pub use self::bytes::Binary;
pub use self::family::family;
pub use self::kept::Kept;
pub use self::member::{Member, Sent};
pub use serde;
pub use tencent_action_macros::{Action, Data, Errors};
