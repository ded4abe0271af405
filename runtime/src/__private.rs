//! What the code emitted by the macros calls. Not for people: it changes without notice.

pub mod de;

pub use serde;
pub use tencent_action_macros::Action;
