//! What an answer says of its page.

/// What an answer says of its page, and of those to come: what of it is there depends on the action.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PageInfo {
    /// How many items are in it.
    pub items: u64,
    /// How many there are in all pages together.
    pub total: Option<u64>,
    /// The token of the next page. An empty one is none.
    pub next: Option<String>,
    /// Whether another page comes.
    pub more: Option<bool>,
}

impl PageInfo {
    /// A page of so many items.
    #[must_use]
    pub fn of(items: usize) -> Self {
        Self { items: items.try_into().unwrap_or(u64::MAX), ..Self::default() }
    }

    /// With the number of items in all pages.
    #[must_use]
    pub fn total(mut self, total: impl Into<Option<u64>>) -> Self {
        self.total = total.into();
        self
    }

    /// With the token of the next page.
    #[must_use]
    pub fn next(mut self, token: impl Into<Option<String>>) -> Self {
        self.next = token.into();
        self
    }

    /// With a word on whether another page comes.
    #[must_use]
    pub fn more(mut self, more: impl Into<Option<bool>>) -> Self {
        self.more = more.into();
        self
    }
}
