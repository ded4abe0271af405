//! How declarations are written.

/// How [`rust`](super::rust) writes declarations: with the vendor's texts as documentation, not held against a lock file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RustOptions {
    pub(super) docs: bool,
    pub(super) lock: Option<String>,
    pub(super) runtime: Option<String>,
}

impl Default for RustOptions {
    fn default() -> Self {
        Self { docs: true, lock: None, runtime: None }
    }
}

impl RustOptions {
    /// Leaves the documentation out. The texts are the vendor's, and not everyone may publish them.
    #[must_use]
    pub fn without_docs(mut self) -> Self {
        self.docs = false;
        self
    }

    /// Holds the declarations against this lock file: each says `spec = "…"`.
    #[must_use]
    pub fn lock(mut self, path: impl Into<String>) -> Self {
        self.lock = Some(path.into());
        self
    }

    /// The path of this crate, if it is re-exported, as `my_company::tencent_action`.
    #[must_use]
    pub fn runtime(mut self, path: impl Into<String>) -> Self {
        self.runtime = Some(path.into());
        self
    }
}
