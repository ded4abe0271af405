//! Pages and their items as iterators.

use std::fmt;

use super::Call;
use super::each::{Each, Inside};
use super::runtime::Runtime;
use crate::error::Error;
use crate::paginate::PaginatedAction;
use crate::response::Reply;

/// The pages of an action's answer, one call after the other.
///
/// [`Client::pages`](super::Client::pages) gives it. Nothing is sent before a page is asked for, and no page ahead. After an
/// error, there are no more.
///
/// # Example
///
/// ```
/// use tencent_action::blocking::Client;
/// use tencent_action::{Error, PaginatedAction};
///
/// fn count<A: PaginatedAction>(client: &Client, request: A) -> Result<usize, Error> {
///     let mut count = 0;
///     for item in client.pages(request).items() {
///         item?;
///         count += 1;
///     }
///     Ok(count)
/// }
/// ```
#[must_use = "pages are asked for by `next`"]
pub struct Pages<A: PaginatedAction> {
    pages: Each<crate::Pages<A>>,
}

impl<A: PaginatedAction> Pages<A> {
    pub(super) fn new(pages: crate::Pages<A>, runtime: Runtime) -> Self {
        Self { pages: Each::new(Inside::new(pages, runtime)) }
    }

    /// Gives each call options of its own, as a region or a deadline.
    pub fn each_call(
        self,
        options: impl Fn(Call<Reply<A::Response>>) -> Call<Reply<A::Response>> + Send + Sync + 'static,
    ) -> Self {
        let (pages, runtime) = self.pages.stream.into_parts();
        let inside = runtime.clone();
        let pages = pages.each_call(move |call| options(Call::new(call, inside.clone())).into_async());
        Self::new(pages, runtime)
    }

    /// What is in the pages, one after the other.
    pub fn items(self) -> Items<A> {
        let (pages, runtime) = self.pages.stream.into_parts();
        Items { items: Each::new(Inside::new(pages.items(), runtime)) }
    }

    /// The request of the next page; after an error, that of the page which failed; `None` when all has been read.
    pub fn next_request(&self) -> Option<&A> {
        self.pages.stream.get().next_request()
    }
}

impl<A: PaginatedAction> Iterator for Pages<A> {
    type Item = Result<Reply<A::Response>, Error>;

    /// Blocks until the next page is there.
    fn next(&mut self) -> Option<Self::Item> {
        self.pages.next()
    }
}

impl<A: PaginatedAction> fmt::Debug for Pages<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pages.stream.get().fmt(f)
    }
}

/// The items of all pages, one after the other.
///
/// [`Pages::items`] gives it. A page is asked for when the items of the one before have been taken.
#[must_use = "items are asked for by `next`"]
pub struct Items<A: PaginatedAction> {
    items: Each<crate::Items<A>>,
}

impl<A: PaginatedAction> Items<A> {
    /// All items that are left, held in memory together.
    ///
    /// # Errors
    ///
    /// The first error. The items that came before it are lost.
    pub fn all(&mut self) -> Result<Vec<A::Item>, Error> {
        self.collect()
    }

    /// The request of the page that the next item is in: see [`tencent_action::Items::next_request`].
    ///
    /// [`tencent_action::Items::next_request`]: crate::Items::next_request
    pub fn next_request(&self) -> Option<&A> {
        self.items.stream.get().next_request()
    }
}

impl<A: PaginatedAction> Iterator for Items<A> {
    type Item = Result<A::Item, Error>;

    /// Blocks if the next page has to be asked for.
    fn next(&mut self) -> Option<Self::Item> {
        self.items.next()
    }
}

impl<A: PaginatedAction> fmt::Debug for Items<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.items.stream.get().fmt(f)
    }
}
