//! The path into the runtime crate: the only type that knows it.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Path, Token};

/// `::tencent_action`, or what `crate = …` says.
#[derive(Clone, Default)]
pub(crate) struct RuntimePath {
    said: Option<Path>,
}

impl RuntimePath {
    pub(crate) fn new(said: Path) -> Self {
        Self { said: Some(said) }
    }

    /// The path that arguments give, read leniently: what is wrong with them is told elsewhere.
    pub(crate) fn in_arguments(arguments: &TokenStream) -> Self {
        let find = |input: ParseStream<'_>| {
            let mut found = None;
            while !input.is_empty() {
                if input.peek(Token![crate]) && input.peek2(Token![=]) {
                    input.parse::<Token![crate]>()?;
                    input.parse::<Token![=]>()?;
                    found = input.call(Path::parse_mod_style).ok();
                } else {
                    input.parse::<TokenTree>()?;
                }
            }
            Ok(found)
        };
        let said = find.parse2(arguments.clone()).ok().flatten();
        Self { said }
    }

    /// The path of the module that only generated code uses.
    pub(crate) fn private(&self) -> TokenStream {
        quote_spanned!(Span::mixed_site()=> #self::__private)
    }
}

impl ToTokens for RuntimePath {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match &self.said {
            Some(path) => path.to_tokens(tokens),
            None => tokens.extend(quote_spanned!(Span::mixed_site()=> ::tencent_action)),
        }
    }
}

impl Parse for RuntimePath {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        input.call(Path::parse_mod_style).map(Self::new)
    }
}
