//! The first half: re-emit the item as written, and hand over to the derive, which sees it after `cfg`.
//!
//! Arguments are passed on unread but for `crate`, so that the faults in them come together with those of the item.

mod derives;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Error, Ident, Token, Visibility};

use crate::report::Report;
use crate::role::Role;
use crate::runtime_path::RuntimePath;

/// ```ignore
/// #[::core::prelude::v1::derive(::tencent_action::__private::Action)]
/// #[serde(rename_all = "PascalCase")]
/// #[tencent(action(service = "vod", version = "2018-07-17"))]
/// struct ManageTask { … }
/// ```
pub(crate) fn hand_over(role: Role, arguments: &TokenStream, tokens: TokenStream) -> TokenStream {
    let read = |input: ParseStream<'_>| Item::read(role, input);
    let Item { mut attributes, is_struct, rest } = match read.parse2(tokens.clone()) {
        Ok(item) => item,
        Err(fault) => return [fault.to_compile_error(), tokens].into_iter().collect(),
    };
    let report = Report::default();
    attributes.retain(|attribute| !is_another(role, attribute, &report));
    let kept: Vec<_> = match role {
        Role::Action | Role::Data => {
            attributes.iter().map(|attribute| derives::without_ours(role, attribute, &report)).collect()
        }
        Role::Errors => attributes.iter().map(ToTokens::to_token_stream).collect(),
    };
    let faults = report.into_result().err();

    let private = RuntimePath::in_arguments(arguments).private();
    let [derive, word] = [role.derive(), role.word()].map(|name| Ident::new(name, Span::call_site()));
    let rename_all = (is_struct && !says_rename_all(&attributes)).then(|| quote!(#[serde(rename_all = "PascalCase")]));
    quote! {
        #faults
        #[::core::prelude::v1::derive(#private::#derive)]
        #rename_all
        #[tencent(#word(#arguments))]
        #(#kept)*
        #rest
    }
}

/// An item in two parts, of which only the first is read.
struct Item {
    attributes: Vec<Attribute>,
    is_struct: bool,
    rest: TokenStream,
}

impl Item {
    fn read(role: Role, input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let ahead = input.fork();
        ahead.parse::<Visibility>()?;
        let is_struct = ahead.peek(Token![struct]);
        if !(is_struct || ahead.peek(Token![enum]) || ahead.peek(Token![union])) {
            return Err(Error::new(ahead.span(), format!("`{}` goes on {}", role.attribute(), role.goes_on())));
        }
        Ok(Self { attributes, is_struct, rest: input.parse()? })
    }
}

/// Whether this is an attribute of ours as well: it is told, and dropped, as it would implement everything twice.
fn is_another(role: Role, attribute: &Attribute, report: &Report) -> bool {
    let last = attribute.path().segments.last();
    let Some(other) = last.and_then(|last| Role::from_attribute(&last.ident.to_string())) else { return false };
    let (name, other_name) = (role.attribute(), other.attribute());
    if other != role {
        report.at(attribute, format!("`{other_name}` and `{name}` exclude each other: remove one of them"));
    } else if role == Role::Action {
        report.at(attribute, format!("`{name}` is there twice: a struct is one action"));
    } else {
        report.at(attribute, format!("`{name}` is there twice: remove one of them"));
    }
    true
}

/// Whether the user chose how fields are renamed.
fn says_rename_all(attributes: &[Attribute]) -> bool {
    let serde = attributes.iter().filter(|attribute| attribute.path().is_ident("serde"));
    let mut tokens = serde.flat_map(|attribute| attribute.meta.to_token_stream()).flat_map(|tree| match tree {
        TokenTree::Group(group) => group.stream(),
        tree => tree.into(),
    });
    tokens.any(|tree| matches!(tree, TokenTree::Ident(ident) if ident == "rename_all"))
}
