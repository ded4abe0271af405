//! The way to a field, through wrappers that may be missing.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

use crate::args::FieldPath;
use crate::expand::{code, ours};

/// ```ignore
/// ::core::option::Option::Some(&__response.items)
/// ```
///
/// And where the path is `data.items`, of which `data` may be an `Option` or not:
///
/// ```ignore
/// match P::paging::Through::new(&__response.data).open() {
///     ::core::option::Option::Some(__wrapper) => ::core::option::Option::Some(&__wrapper.items),
///     ::core::option::Option::None => ::core::option::Option::None,
/// }
/// ```
pub(super) fn at(private: &TokenStream, root: &TokenStream, path: &FieldPath) -> TokenStream {
    way(private, root, path, &code!(&))
}

/// The same, to change what is there.
pub(super) fn at_mut(private: &TokenStream, root: &TokenStream, path: &FieldPath) -> TokenStream {
    way(private, root, path, &code!(&mut))
}

fn way(private: &TokenStream, root: &TokenStream, path: &FieldPath, reference: &TokenStream) -> TokenStream {
    let last = ours::name(&path.last);
    // Where a type doesn't fit, it is the field that is shown.
    let span = path.last.span().resolved_at(Span::mixed_site());
    let inner = if path.outer.is_empty() { root.clone() } else { code!(__wrapper) };
    let field = quote_spanned!(span=> ::core::option::Option::Some(#reference #inner.#last));
    path.outer.iter().enumerate().rev().fold(field, |inner, (depth, outer)| {
        let (outer, holder) = (ours::name(outer), if depth == 0 { root.clone() } else { code!(__wrapper) });
        code! {
            match #private::paging::Through::new(#reference #holder.#outer).open() {
                ::core::option::Option::Some(__wrapper) => #inner,
                ::core::option::Option::None => ::core::option::Option::None,
            }
        }
    })
}
