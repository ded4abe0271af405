//! Pages: one call after the other, each for what comes after the last.

mod course;
mod fingerprint;
mod items;
mod page_info;
mod pages;
mod position;

pub(crate) use self::course::PageFault;
pub use self::items::Items;
pub use self::page_info::PageInfo;
pub use self::pages::Pages;
pub use self::position::Position;

use crate::action::Action;

/// An action that answers in pages, as `paginate(…)` declares.
///
/// [`Pages`] shows how it is used, [the guide](crate::guide::pages) how it is declared. An implementation by hand is for
/// what `paginate(…)` can't say:
///
/// ```
/// use tencent_action::{PageInfo, PaginatedAction, Position, tencent_action, tencent_data};
///
/// #[tencent_action(service = "example", version = "2020-01-01", response = Groups)]
/// struct DescribeGroups {
///     /// `200,100`: the next hundred after the first two hundred.
///     range: String,
/// }
///
/// #[tencent_data]
/// struct Groups {
///     total: u64,
///     odd: Vec<u64>,
///     even: Vec<u64>,
/// }
///
/// impl PaginatedAction for DescribeGroups {
///     type Item = u64;
///
///     fn position(&self) -> Position {
///         let offset = self.range.split(',').next().unwrap_or_default();
///         Position::Offset(offset.parse().unwrap_or(0))
///     }
///
///     fn go_to(&mut self, position: &Position) -> bool {
///         let Position::Offset(offset) = position else { return false };
///         self.range = format!("{offset},100");
///         true
///     }
///
///     fn page(groups: &Groups) -> PageInfo {
///         PageInfo::of(groups.odd.len() + groups.even.len()).total(groups.total)
///     }
///
///     fn items(groups: Groups) -> Vec<u64> {
///         groups.odd.into_iter().chain(groups.even).collect()
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` isn't declared to answer in pages",
    label = "how would the next page be asked for?",
    note = "say so in its attribute: `#[tencent_action(…, paginate(offset, total = total_count, items = …, item = …))]`"
)]
pub trait PaginatedAction: Action {
    /// What the pages list.
    type Item;

    /// Where the page that this request asks for begins.
    fn position(&self) -> Position;

    /// Makes this the request of the page that begins there. `false` if it can't hold that.
    fn go_to(&mut self, position: &Position) -> bool;

    /// What an answer says of its page, and of those to come.
    fn page(response: &Self::Response) -> PageInfo;

    /// The items of an answer.
    fn items(response: Self::Response) -> Vec<Self::Item>;
}
