//! What requests and replies are made of: the trait that `#[tencent_data]` implements on structs.

use crate::action::Field;

/// A data type of requests and replies, as `#[tencent_data]` derives it on a struct.
///
/// Nothing in this crate asks for it: a response, or a member of a request, can be any type that serde reads and writes.
/// It is there for programs that want to know what has been declared.
///
/// # Example
///
/// ```
/// use tencent_action::{Data, Kind, tencent_data};
///
/// #[tencent_data]
/// struct TimeRange {
///     after: Option<String>,
///     before: Option<String>,
/// }
///
/// assert_eq!(TimeRange::FIELDS[0].wire_name, "After");
/// assert_eq!(TimeRange::FIELDS[0].kind, Kind::String);
/// assert!(!TimeRange::FIELDS[0].required);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` isn't declared as data of Tencent Cloud",
    label = "not declared as data",
    note = "put `#[tencent_data]` on the struct"
)]
pub trait Data {
    /// The declared members, in the order of their declaration.
    const FIELDS: &'static [Field];
}
