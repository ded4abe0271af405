//! How an action answers in pages.

use syn::Type;
use syn::ext::IdentExt;

use super::Member;
use crate::args::{FieldPath, Paginate, Start};
use crate::nearest::suggest;
use crate::report::Report;

/// What `paginate(…)` comes down to.
pub(crate) struct Paging {
    pub(crate) start: Start,
    /// The field of the request that says where a page begins.
    pub(crate) field: FieldPath,
    /// The number of the first page.
    pub(crate) first: u64,
    /// Where in the response the next token is.
    pub(crate) next: Option<FieldPath>,
    pub(crate) total: Option<FieldPath>,
    /// Where it says that there is more.
    pub(crate) more: Option<FieldPath>,
    /// Where it says that this was all.
    pub(crate) done: Option<FieldPath>,
    pub(crate) items: FieldPath,
    pub(crate) item: Type,
}

impl Paging {
    pub(super) fn decide(said: Paginate, members: &[Member<'_>], has_response: bool, report: &Report) -> Option<Self> {
        let Paginate { span, start, first, next, total, more, done, items, item, .. } = said;
        if !has_response {
            report.at_span(span, "`paginate` needs the type that the items come in: add `response = …`");
        }
        let (start, field) = start?;
        check_field(&field, members, report);
        // The answer's token is mostly called as the request's.
        let next = match start {
            Start::Token => next.or_else(|| Some(FieldPath { outer: Vec::new(), last: field.last.clone() })),
            Start::Offset | Start::Page => None,
        };
        Some(Self { start, field, first: first.unwrap_or(1), next, total, more, done, items: items?, item: item? })
    }
}

/// The macro sees the request: a field that it doesn't have is told here, where the nearest can be named.
fn check_field(field: &FieldPath, members: &[Member<'_>], report: &Report) {
    let root = field.root();
    if members.iter().any(|member| member.ident.unraw() == root.unraw()) {
        return;
    }
    let known: Vec<_> = members.iter().map(|member| member.ident.to_string()).collect();
    let known: Vec<_> = known.iter().map(String::as_str).collect();
    let fields = if known.is_empty() { "there is none".to_owned() } else { suggest(&root.to_string(), &known) };
    report.at(root, format!("the request has no field `{root}`, {fields}"));
}
