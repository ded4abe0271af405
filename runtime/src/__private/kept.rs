//! What the variant for unknown values keeps.

/// Keeps any text: what is made from `&str`, and shows it again.
///
/// A trait of our own, so that a type that can't is told once, in our words.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't keep any text",
    label = "can't keep any text",
    note = "the variant for unknown values holds a `String`, or a type that is `From<&str>` and `AsRef<str>`"
)]
pub trait Kept: Sized {
    /// Keeps this text.
    fn keep(text: &str) -> Self;

    /// The text that is kept.
    fn text(&self) -> &str;
}

#[diagnostic::do_not_recommend]
impl<T: for<'a> From<&'a str> + AsRef<str>> Kept for T {
    fn keep(text: &str) -> Self {
        Self::from(text)
    }

    fn text(&self) -> &str {
        self.as_ref()
    }
}
