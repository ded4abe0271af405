//! Random declarations, through both steps: whatever somebody writes, the compiler gets code that it can parse.

mod declaration;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{File, Item};

use self::declaration::Declaration;
use super::*;
use crate::attribute;
use crate::random::{cases, nested};

/// What the derive of our attribute makes of the item that the attribute has handed over.
fn derived(role: Role, handed_over: &File) -> Option<TokenStream> {
    let item =
        handed_over.items.iter().find(|item| matches!(item, Item::Struct(_) | Item::Enum(_) | Item::Union(_)))?;
    let mut input: DeriveInput = syn::parse2(item.to_token_stream()).ok()?;
    input.attrs.retain(|attribute| attribute.path().segments.last().is_none_or(|last| last.ident != "derive"));
    Some(derive(role, input.into_token_stream()))
}

#[test]
fn any_declaration_becomes_code_or_errors() {
    cases(Declaration::of, |Declaration { role, arguments, item }| {
        let (Ok(arguments), Ok(item)) = (arguments.parse(), item.parse::<TokenStream>()) else { return };
        let is_item = syn::parse2::<DeriveInput>(item.clone()).is_ok();
        let handed_over = attribute::hand_over(*role, &arguments, item.clone());
        let is_refused = handed_over.to_string().contains("compile_error");
        assert!(is_item || is_refused || syn::parse2::<File>(handed_over.clone()).is_err());
        match syn::parse2::<File>(handed_over.clone()) {
            Ok(file) => {
                let Some(derived) = derived(*role, &file) else { return assert!(!is_item || is_refused) };
                let text = derived.to_string();
                assert!(syn::parse2::<File>(derived).is_ok(), "{text}");
                assert!(text.contains("impl") || text.contains("compile_error") || is_refused, "{text}");
            }
            Err(error) => assert!(!is_item, "{error}: {handed_over}"),
        }
    });
}

/// As far as syn goes by itself: it and the compiler read all depths by recursion, and what they read is the user's own.
#[test]
fn deep_arguments_are_refused() {
    const LEVELS: usize = 500;
    for arguments in [
        nested(LEVELS, "(", "", ")"),
        format!("paginate{}", nested(LEVELS, "(", "", ")")),
        format!("service = {}", nested(LEVELS, "[", "a", "]")),
    ] {
        let item = quote::quote!(
            struct Boil;
        );
        let handed_over = attribute::hand_over(Role::Action, &arguments.parse().unwrap(), item);
        let input: TokenStream = handed_over.into_iter().skip_while(|tree| tree.to_string() != "#").collect();
        assert!(derive(Role::Action, input).to_string().contains("compile_error"));
    }
}
