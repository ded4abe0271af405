//! What the code emitted by the macros calls. Not for people: it changes without notice.

pub mod de;
mod family;

pub use self::family::family;
pub use serde;
pub use tencent_action_macros::{Action, Data, Errors};
