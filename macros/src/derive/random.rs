//! Random declarations, through both steps: whatever somebody writes, the compiler gets code that it can parse.

mod declaration;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{File, Ident, Item};

use self::declaration::Declaration;
use super::*;
use crate::attribute;
use crate::golden::handed_over;
use crate::random::{cases, dear_cases, nested};

/// What the derive of our attribute makes of the item that the attribute has handed over.
fn derived(role: Role, file: &File) -> Option<TokenStream> {
    handed_over(file).map(|input| derive(role, input))
}

/// Whether it has an error for the user.
fn is_refused(file: &File) -> bool {
    let is_error = |item: &Item| matches!(item, Item::Macro(item) if item.mac.path.segments.last().is_some_and(|last| last.ident == "compile_error"));
    file.items.iter().any(is_error)
}

#[test]
fn any_declaration_becomes_code_or_errors() {
    dear_cases(Declaration::of, |Declaration { role, arguments, item }| {
        let (Ok(arguments), Ok(item)) = (arguments.parse(), item.parse::<TokenStream>()) else { return };
        let is_item = syn::parse2::<DeriveInput>(item.clone()).is_ok();
        let file = match syn::parse2::<File>(attribute::hand_over(*role, &arguments, item)) {
            Ok(file) => file,
            // What isn't an item stays what it is, behind an error.
            Err(error) => return assert!(!is_item, "{error}"),
        };
        let Some(derived) = derived(*role, &file) else { return assert!(!is_item || is_refused(&file)) };
        match syn::parse2::<File>(derived.clone()) {
            Ok(code) => assert!(
                is_refused(&code) || is_refused(&file) || code.items.iter().any(|item| !matches!(item, Item::Macro(_))),
                "{derived}"
            ),
            Err(error) => panic!("{error}: {derived}"),
        }
    });
}

/// Without the items, which take long.
#[test]
fn any_arguments_are_complete_or_refused() {
    cases(Declaration::arguments, |(role, arguments)| {
        let Ok(arguments) = arguments.parse::<TokenStream>() else { return };
        let word = Ident::new(role.word(), Span::call_site());
        let Ok(input) = syn::parse2(quote!(
            #[tencent(#word(#arguments))]
            struct Boil;
        )) else {
            return;
        };
        let report = Report::default();
        let args = Args::read(*role, &input, &report);
        let is_complete = *role != Role::Action || args.service.is_some() && args.version.is_some();
        assert!(report.into_result().is_err() || is_complete);
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
