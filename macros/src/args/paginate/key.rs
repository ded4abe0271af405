//! The arguments of `paginate`.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Offset,
    Page,
    First,
    Token,
    Next,
    Total,
    More,
    Done,
    Items,
    Item,
}

impl Key {
    pub(super) const ALL: [Self; 10] = [
        Self::Offset,
        Self::Page,
        Self::First,
        Self::Token,
        Self::Next,
        Self::Total,
        Self::More,
        Self::Done,
        Self::Items,
        Self::Item,
    ];

    /// Those that say where a page begins: one of them is there.
    pub(super) const STARTS: [Self; 3] = [Self::Offset, Self::Page, Self::Token];

    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Offset => "offset",
            Self::Page => "page",
            Self::First => "first",
            Self::Token => "token",
            Self::Next => "next",
            Self::Total => "total",
            Self::More => "more",
            Self::Done => "done",
            Self::Items => "items",
            Self::Item => "item",
        }
    }

    /// Whether its value is a field, which may be left out if it is called as the key is.
    pub(super) fn is_field(self) -> bool {
        !matches!(self, Self::First | Self::Item)
    }

    /// What stands after the `=`.
    pub(super) fn value(self) -> &'static str {
        match self {
            Self::Offset | Self::Page | Self::Token => "a field of the request",
            Self::First => "the number of the first page",
            Self::Item => "a type",
            _ => "a field of the response",
        }
    }

    pub(super) fn example(self) -> &'static str {
        match self {
            Self::Offset => "offset = offset",
            Self::Page => "page = page_number",
            Self::First => "first = 0",
            Self::Token => "token = next_token",
            Self::Next => "next = next_token",
            Self::Total => "total = total_count",
            Self::More => "more = has_more",
            Self::Done => "done = list_over",
            Self::Items => "items = instance_set",
            Self::Item => "item = Instance",
        }
    }

    /// Whether both together make no sense.
    pub(super) fn excludes(self, other: Self) -> bool {
        use Key::{Done, First, More, Next, Offset, Page, Token, Total};
        let pair = |one, two| (self, other) == (one, two) || (other, self) == (one, two);
        let starts = self != other && Self::STARTS.contains(&self) && Self::STARTS.contains(&other);
        starts
            || pair(More, Done)
            || pair(Token, Total)
            || pair(Token, First)
            || pair(Offset, First)
            || pair(Offset, Next)
            || pair(Page, Next)
    }
}
