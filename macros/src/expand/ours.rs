//! Words of the user's, said by us.
//!
//! A lint that looks at code of ours passes over it, if the span is from a derive. A word of the user's isn't. So what
//! we generate with it would be found fault with: that `__Slots` isn't `Debug`, or that a deprecated struct is used.

use proc_macro2::{Ident, Span};
use syn::Visibility;

/// The name, at the same place.
pub(super) fn name(name: &Ident) -> Ident {
    let span = name.span().resolved_at(Span::mixed_site());
    // In our edition it is a keyword, in theirs it needn't be.
    if name == "gen" {
        return Ident::new_raw("gen", span);
    }
    let mut name = name.clone();
    name.set_span(span);
    name
}

/// The visibility. Its place would be that of the whole item, so it has none.
pub(super) fn visibility(visibility: &Visibility) -> Visibility {
    let mut visibility = visibility.clone();
    match &mut visibility {
        Visibility::Public(word) => word.span = Span::mixed_site(),
        Visibility::Restricted(restricted) => restricted.pub_token.span = Span::mixed_site(),
        Visibility::Inherited => {}
    }
    visibility
}
