//! The way to a field, through wrappers that may be missing.

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::args::FieldPath;
use crate::expand::{code, ours};

/// From where it goes.
pub(super) struct Way<'a> {
    pub(super) private: &'a TokenStream,
    /// A place. Where the compiler finds no field of this name, it says so for each way in the same words, and shows them
    /// once.
    pub(super) root: TokenStream,
}

impl Way<'_> {
    /// ```ignore
    /// P::paging::total(::core::option::Option::Some(&(*__response).total_count))
    /// ```
    ///
    /// Where the type doesn't fit, it is the field that is shown.
    pub(super) fn read(&self, path: &FieldPath, reader: &TokenStream, more: Option<TokenStream>) -> TokenStream {
        let span = span(path);
        let shown = |tokens: &TokenStream| shown_at(span, tokens);
        let (private, reader, field) = (shown(self.private), shown(reader), self.reference(path, &code!(&)));
        let more = more.into_iter();
        quote_spanned!(span=> #private::paging::#reader(#field #(, #more)*))
    }

    /// ```ignore
    /// P::paging::Slot::<_, Self::Item>::new(::core::option::Option::Some(&mut __response.task_set))
    /// ```
    pub(super) fn change(&self, path: &FieldPath) -> TokenStream {
        let (private, field) = (self.private, self.reference(path, &code!(&mut)));
        code!(#private::paging::Slot::<_, Self::Item>::new(#field))
    }

    /// ```ignore
    /// ::core::option::Option::Some(&(*__response).items)
    /// ```
    ///
    /// And where the path is `data.items`, of which `data` may be an `Option` or not:
    ///
    /// ```ignore
    /// match P::paging::Through::new(&(*__response).data).open_wrapper() {
    ///     ::core::option::Option::Some(__wrapper) => ::core::option::Option::Some(&(*__wrapper).items),
    ///     ::core::option::Option::None => ::core::option::Option::None,
    /// }
    /// ```
    fn reference(&self, path: &FieldPath, reference: &TokenStream) -> TokenStream {
        let Self { private, root } = self;
        let wrapper = code!((*__wrapper));
        let holder = |depth| if depth == 0 { root } else { &wrapper };
        let shown = |tokens: &TokenStream| shown_at(span(path), tokens);
        let (last, inner, borrow) = (ours::name(&path.last), shown(holder(path.outer.len())), shown(reference));
        let field = quote_spanned!(span(path)=> ::core::option::Option::Some(#borrow #inner.#last));
        path.outer.iter().enumerate().rev().fold(field, |inner, (depth, outer)| {
            let (outer, holder) = (ours::name(outer), holder(depth));
            code! {
                match #private::paging::Through::new(#reference #holder.#outer).open_wrapper() {
                    ::core::option::Option::Some(__wrapper) => #inner,
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }
        })
    }
}

/// The same tokens, as if they stood there.
fn shown_at(place: Span, tokens: &TokenStream) -> TokenStream {
    let move_there = |mut token: TokenTree| {
        if let TokenTree::Group(group) = &token {
            token = Group::new(group.delimiter(), shown_at(place, &group.stream())).into();
        }
        token.set_span(place.resolved_at(token.span()));
        token
    };
    tokens.clone().into_iter().map(move_there).collect()
}

/// Where the field is named.
fn span(path: &FieldPath) -> Span {
    path.last.span().resolved_at(Span::mixed_site())
}
