//! By which member a request says where a page begins.

use crate::spec::{Member, MemberKind};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    Offset,
    /// A page number; the first page has this one.
    Page(u64),
    /// A token, which the reply has under this name.
    Token(&'static str),
}

/// Names of tokens, in requests and in replies.
const TOKENS: [(&str, &str); 7] = [
    ("NextToken", "NextToken"),
    ("ScrollToken", "ScrollToken"),
    ("PageToken", "NextPageToken"),
    ("PageToken", "PageToken"),
    ("PaginationToken", "PaginationToken"),
    ("Cursor", "NextCursor"),
    ("Context", "Context"),
];

/// Names of page numbers and of page sizes.
const PAGES: [(&str, &str); 5] = [
    ("PageNumber", "PageSize"),
    ("PageNum", "PageSize"),
    ("PageNo", "PageSize"),
    ("PageIndex", "PageSize"),
    ("Page", "PageSize"),
];

/// The member, and in which way it says so.
pub(super) fn start<'a>(request: &[&'a Member]) -> Option<(Start, &'a Member)> {
    let member = |name: &str| request.iter().find(|member| member.name == name).copied();
    let integer = |name| member(name).filter(|member| matches!(member.kind, MemberKind::Int64 | MemberKind::Uint64));
    let text = |name| member(name).filter(|member| member.kind == MemberKind::String);
    if let (Some(offset), Some(_)) = (integer("Offset"), integer("Limit")) {
        return (!counts_pages(&offset.document)).then_some((Start::Offset, offset));
    }
    let mut pages = PAGES.iter().filter_map(|(page, size)| integer(page).filter(|_| integer(size).is_some()));
    if let Some(page) = pages.next() {
        return first(&page.document).map(|first| (Start::Page(first), page));
    }
    TOKENS.iter().find_map(|(token, next)| Some((Start::Token(next), text(token)?)))
}

/// Whether an offset is in truth the number of a page.
fn counts_pages(document: &str) -> bool {
    let text = document.to_lowercase().replace(' ', "");
    let words =
        ["页码", "页数", "第几页", "从1开始", "pagenumber", "pageno", "startsfrom1", "startingfrom1", "startfrom1"];
    // `(page number - 1) * page size` tells how it is computed.
    let is_product = text.contains(['*', '×']) || text.contains("-1)") || text.contains("-1）");
    !is_product && words.iter().any(|word| text.contains(word))
}

/// The number of the first page, if the text says it.
fn first(document: &str) -> Option<u64> {
    let text = document.to_lowercase().replace(' ', "");
    let is_from = |number: u64| {
        let from =
            ["从", "startsfrom", "startingfrom", "startfrom", "beginsfrom", "beginswith", "startswith", "countedfrom"];
        from.iter().any(|from| text.contains(&format!("{from}{number}")))
    };
    match (is_from(0), is_from(1)) {
        (true, false) => Some(0),
        (false, true) => Some(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{counts_pages, first};

    #[test]
    fn the_first_page_is_said() {
        for (text, expected) in [
            ("The page, starts from 1.", Some(1)),
            ("页码，从 1 开始，默认 1", Some(1)),
            ("页码，从0开始", Some(0)),
            ("页码", None),
            ("从 0 或从 1", None),
        ] {
            assert_eq!(first(text), expected, "{text}");
        }
    }

    #[test]
    fn an_offset_may_be_a_page() {
        for (text, expected) in [
            ("The offset. Default: 0", false),
            ("偏移量，(页码-1)*每页数量", false),
            ("页码，从1开始", true),
            ("The page number", true),
        ] {
            assert_eq!(counts_pages(text), expected, "{text}");
        }
    }
}
