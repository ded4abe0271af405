//! Error codes as types.

mod common;

pub use self::common::CommonError;

/// An enum of error codes, as `#[tencent_errors]` derives it.
///
/// Every code can be made one: `ManageTaskError::from("InvalidParameterValue.TaskId")` is the variant of that code; if
/// there is none, that of its family, `InvalidParameterValue`; and if there is none either, the one that keeps the text.
/// Of a failed call, [`Error::code_as`](crate::Error::code_as) gives it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no enum of error codes",
    label = "no enum of error codes",
    note = "put `#[tencent_errors]` on the enum"
)]
pub trait ErrorCode: for<'a> From<&'a str> + AsRef<str> {
    /// The codes that have a variant of their own, in the order of their declaration.
    const CODES: &'static [&'static str];
}
