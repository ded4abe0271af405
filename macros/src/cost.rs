//! How long it takes to expand declarations, for `tests/benches/compile`, which names them and reads what is printed.

use std::fs;
use std::time::{Duration, Instant};

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{DeriveInput, Item};

use crate::golden::{handed_over, take_attribute};
use crate::role::Role;
use crate::{attribute, derive};

/// How often the same is done again. The least counts: whatever else a machine does only adds to it.
const PASSES: usize = 10;

#[test]
#[ignore = "it measures, for `tests/benches/compile`"]
#[expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it is told what to measure, and tells what it took"
)]
fn declarations_are_expanded() {
    let path = std::env::var("TENCENT_ACTION_DECLARATIONS").expect("a file with declarations is named");
    let file = syn::parse_file(&fs::read_to_string(path).unwrap()).unwrap();
    let items: Vec<_> = file.items.into_iter().filter_map(derived_from).collect();
    assert!(!items.is_empty());
    // The first pass reads locks, which are kept then.
    let first = pass(&items);
    let least = (0..PASSES).map(|_| pass(&items)).min().unwrap();
    println!("expanded {} items in {} ns, and in {} ns again", items.len(), first.as_nanos(), least.as_nanos());
    let faulty = items.into_iter().find(|(role, item)| is_faulty(&derive::derive(*role, item.clone())));
    assert!(faulty.is_none(), "{faulty:?}");
}

#[expect(clippy::disallowed_methods, reason = "there is no clock to be asked in a compiler")]
fn pass(items: &[(Role, TokenStream)]) -> Duration {
    let items = items.to_vec();
    let begun = Instant::now();
    for (role, item) in items {
        drop(derive::derive(role, item));
    }
    begun.elapsed()
}

/// What the derive is given of an item that has our attribute, on top or below others.
fn derived_from(item: Item) -> Option<(Role, TokenStream)> {
    if !matches!(item, Item::Struct(_) | Item::Enum(_)) {
        return None;
    }
    let mut input: DeriveInput = syn::parse2(item.into_token_stream()).unwrap();
    input.attrs.sort_by_key(|attribute| !attribute.path().segments[0].ident.to_string().starts_with("tencent_"));
    let (role, arguments, item) = take_attribute(syn::parse2(input.into_token_stream()).unwrap());
    let file: syn::File = syn::parse2(attribute::hand_over(role, &arguments, item)).unwrap();
    handed_over(&file).map(|item| (role, item))
}

fn is_faulty(code: &TokenStream) -> bool {
    code.to_string().contains("compile_error !")
}
