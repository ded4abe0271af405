//! Golden expansions: each `golden/NAME.rs` is expanded and compared with `golden/NAME.expanded.rs`.
//!
//! `BLESS=1 cargo test -p tencent-action-macros` writes what is there now; read the diff before you commit it.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{DeriveInput, Meta};

use crate::role::Role;
use crate::{attribute, derive};

#[test]
#[expect(clippy::disallowed_methods, reason = "a switch for who runs the test, not for what is tested")]
fn expansions_are_as_blessed() {
    let mut mismatches = Vec::new();
    let inputs = inputs();
    assert!(inputs.len() >= 8, "only {} inputs found", inputs.len());
    for input in inputs {
        let expanded = expand(&fs::read_to_string(&input).unwrap());
        let golden = input.with_extension("expanded.rs");
        let blessed = fs::read_to_string(&golden).unwrap_or_default();
        if std::env::var_os("BLESS").is_some() {
            fs::write(&golden, expanded).unwrap();
        } else if blessed != expanded {
            mismatches.push(format!("{}:{}", golden.display(), difference(&blessed, &expanded)));
        }
    }
    assert!(mismatches.is_empty(), "{}\nBLESS=1 accepts this", mismatches.join("\n"));
}

/// Where two texts begin to differ, and the lines between there and where they are the same again up to the end.
fn difference(blessed: &str, expanded: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (blessed.lines().collect(), expanded.lines().collect());
    let shorter = old.len().min(new.len());
    let same = |(left, right): &(&&str, &&str)| left == right;
    let head = old.iter().zip(&new).take_while(same).count();
    let tail = old.iter().rev().zip(new.iter().rev()).take(shorter - head).take_while(same).count();
    let listed =
        |sign: char, lines: &[&str]| lines.iter().fold(String::new(), |text, line| format!("{text}{sign} {line}\n"));
    let (old, new) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    format!("{}\n{}{}", head + 1, listed('-', old), listed('+', new))
}

#[test]
fn a_difference_is_the_lines_that_changed() {
    assert_eq!(difference("a\nb\nc", "a\nx\ny\nc"), "2\n- b\n+ x\n+ y\n");
    assert_eq!(difference("", "a"), "1\n+ a\n");
}

fn inputs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| !path.to_str().unwrap().contains(".expanded.")).collect()
}

/// Both steps, as the compiler runs them; a file holds one item with our attribute on top.
fn expand(source: &str) -> String {
    let item: syn::Item = syn::parse_str(source).unwrap();
    let (role, arguments, item) = take_attribute(item);
    let file: syn::File = syn::parse2(attribute::hand_over(role, &arguments, item)).unwrap();
    let mut output = prettyplease::unparse(&file);
    if let Some(input) = handed_over(&file) {
        let derived = derive::derive(role, input);
        output += "\n// ---- derived ----\n\n";
        output += &prettyplease::unparse(&syn::parse2(derived).unwrap());
    }
    // A lock file is named by its place on this machine.
    output.replace(env!("CARGO_MANIFEST_DIR"), "/macros")
}

/// What the compiler hands to the derive, of what the attribute wrote.
pub(crate) fn handed_over(file: &syn::File) -> Option<TokenStream> {
    let is_item = |item: &&syn::Item| matches!(item, syn::Item::Struct(_) | syn::Item::Enum(_) | syn::Item::Union(_));
    let item = file.items.iter().find(is_item)?;
    let mut input: DeriveInput = syn::parse2(item.to_token_stream()).ok()?;
    input.attrs.retain(|attribute| attribute.path().segments.last().is_none_or(|last| last.ident != "derive"));
    Some(input.into_token_stream())
}

pub(crate) fn take_attribute(item: syn::Item) -> (Role, TokenStream, TokenStream) {
    let mut input: DeriveInput = syn::parse2(item.into_token_stream()).unwrap();
    let attribute = input.attrs.remove(0);
    let name = attribute.path().require_ident().unwrap().to_string();
    let role = Role::from_attribute(&name).expect("the first attribute must be one of ours");
    let arguments = match attribute.meta {
        Meta::List(list) => list.tokens,
        _ => TokenStream::new(),
    };
    (role, arguments, input.into_token_stream())
}
