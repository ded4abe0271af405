//! The stream of items.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;

use super::{Pages, PaginatedAction};
use crate::error::Error;

/// The items of all pages, one after the other.
///
/// [`Pages::items`] gives it. A page is asked for when the items of the one before have been taken.
///
/// # Example
///
/// ```
/// # use tencent_action::fake::FakeCloud;
/// use tencent_action::{tencent_action, tencent_data};
///
/// #[tencent_action(
///     service = "cvm", version = "2017-03-12", response = Zones, idempotent,
///     paginate(offset, total = total_count, items = zone_set, item = Zone)
/// )]
/// struct DescribeZones {
///     offset: Option<u64>,
///     limit: Option<u64>,
/// }
///
/// #[tencent_data]
/// struct Zones {
///     total_count: u64,
///     zone_set: Vec<Zone>,
/// }
///
/// #[tencent_data]
/// struct Zone {
///     zone: String,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), tencent_action::Error> {
/// # let cloud = FakeCloud::in_process();
/// # cloud.on(|request: DescribeZones| {
/// #     let zone = Zone { zone: format!("ap-tokyo-{}", request.offset.unwrap_or(0) + 1) };
/// #     Ok(Zones { total_count: 2, zone_set: vec![zone] })
/// # });
/// # let client = cloud.client().build()?;
/// let mut zones = DescribeZones { offset: None, limit: Some(100) }.pages(&client).items();
/// while let Some(zone) = zones.next().await {
///     println!("{}", zone?.zone);
/// }
/// # assert_eq!(cloud.received().len(), 2);
/// # Ok(())
/// # }
/// ```
#[must_use = "items are asked for by `next`"]
pub struct Items<A: PaginatedAction> {
    pages: Pages<A>,
    /// What is left of the page that was read last.
    rest: vec::IntoIter<A::Item>,
}

impl<A: PaginatedAction> Items<A> {
    pub(super) fn new(pages: Pages<A>) -> Self {
        Self { pages, rest: Vec::new().into_iter() }
    }

    /// The next item; `None` after the last, and after an error.
    ///
    /// Nothing is lost if the future is dropped before it is done, as `select!` does.
    ///
    /// # Errors
    ///
    /// Those of [`Pages::next`]. The items of the pages before have been given by then.
    pub async fn next(&mut self) -> Option<Result<A::Item, Error>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// All items that are left.
    ///
    /// They are held in memory together, however many there are; [`next`](Self::next) holds a page.
    ///
    /// # Errors
    ///
    /// The first error of [`next`](Self::next). The items that came before it are lost.
    pub async fn all(&mut self) -> Result<Vec<A::Item>, Error> {
        let mut all = Vec::new();
        while let Some(item) = self.next().await {
            all.push(item?);
        }
        Ok(all)
    }

    /// The request of the page that the next item is in; after an error, that of the page which failed; `None` when all
    /// have been taken.
    ///
    /// Another run can go on from there. In the middle of a page, it begins with that page, so items that have been taken
    /// come again and none is left out.
    pub fn next_request(&self) -> Option<&A> {
        if self.rest.len() > 0 { Some(self.pages.request()) } else { self.pages.next_request() }
    }
}

/// Items are handed out and never pinned.
impl<A: PaginatedAction> Unpin for Items<A> {}

impl<A: PaginatedAction> Stream for Items<A> {
    type Item = Result<A::Item, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.rest.next() {
                if self.rest.len() == 0 {
                    self.pages.move_on();
                }
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll_page(cx)) {
                Some(Ok(reply)) => self.rest = A::items(reply.into_inner()).into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.rest.len(), None)
    }
}

impl<A: PaginatedAction> fmt::Debug for Items<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("pages", &self.pages).field("rest", &self.rest.len()).finish()
    }
}
