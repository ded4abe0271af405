//! Whether there is more.

/// A yes or a no in a response.
#[diagnostic::on_unimplemented(
    message = "`{Self}` doesn't tell `paginate` whether there is more",
    label = "expected `bool` or `Option<bool>`"
)]
pub trait Flag {
    /// Which of both, if it is said.
    fn flag(&self) -> Option<bool>;
}

impl Flag for bool {
    fn flag(&self) -> Option<bool> {
        Some(*self)
    }
}

impl Flag for Option<bool> {
    fn flag(&self) -> Option<bool> {
        *self
    }
}
