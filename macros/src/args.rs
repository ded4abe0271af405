//! What the user said in the arguments of the attribute.

mod form;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{DeriveInput, Ident, LitStr, Meta, Token, Type};

use crate::nearest::suggest;
use crate::report::Report;
use crate::runtime_path::RuntimePath;

const KEYS: [&str; 5] = ["service", "version", "action", "response", "crate"];

/// The arguments, each checked for itself.
#[derive(Debug, Default)]
pub(crate) struct Args {
    pub(crate) service: Option<String>,
    pub(crate) version: Option<String>,
    pub(crate) action: Option<String>,
    pub(crate) response: Option<Type>,
    pub(crate) runtime: RuntimePath,
    seen: Vec<String>,
}

impl Args {
    /// Reads the arguments that the attribute left on the item.
    pub(crate) fn read(input: &DeriveInput, report: &Report) -> Self {
        let mut args = Self::default();
        match handed_over(input, report) {
            // The parser reports what it finds and goes on, so it never fails itself.
            Some(tokens) => drop((|input: ParseStream<'_>| args.read_all(input, report)).parse2(tokens)),
            None => report.at_span(Span::call_site(), "this derive is private: write `#[tencent_action(…)]`"),
        }
        for (key, example) in [("service", "vod"), ("version", "2018-07-17")] {
            if !args.seen.iter().any(|seen| seen == key) {
                report.at_span(Span::call_site(), format!("`{key}` is missing: add `{key} = \"{example}\"`"));
            }
        }
        args
    }

    fn read_all(&mut self, input: ParseStream<'_>, report: &Report) -> syn::Result<()> {
        while !input.is_empty() {
            let outcome = self.read_one(input, report);
            let surplus = skip_to_comma(input)?;
            match outcome {
                Ok(()) if surplus.is_empty() => {}
                Ok(()) => report.at(surplus, "expected `,` between arguments"),
                Err(fault) => report.add(fault),
            }
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(())
    }

    /// One `key = value`. After a fault, the rest of the argument is left for the caller to skip.
    fn read_one(&mut self, input: ParseStream<'_>, report: &Report) -> syn::Result<()> {
        let key = input
            .call(Ident::parse_any)
            .map_err(|fault| syn::Error::new(fault.span(), "expected an argument of the form `key = value`"))?;
        let name = key.to_string();
        if !KEYS.contains(&name.as_str()) {
            let message = format!("unknown argument `{name}`: {}", suggest(&name, &KEYS));
            return Err(syn::Error::new(key.span(), message));
        }
        if self.seen.contains(&name) {
            report.at(&key, format!("`{name}` is given twice"));
        }
        self.seen.push(name.clone());
        if !input.peek(Token![=]) {
            return Err(syn::Error::new(key.span(), format!("`{name}` needs a value: {}", example(&name))));
        }
        input.parse::<Token![=]>()?;
        self.read_value(&name, &key, input)
    }

    fn read_value(&mut self, name: &str, key: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
        let wrong = |span: Span, what: &str| syn::Error::new(span, format!("expected {what}: {}", example(name)));
        if input.is_empty() || input.peek(Token![,]) {
            return Err(syn::Error::new(key.span(), format!("`{name}` needs a value: {}", example(name))));
        }
        match name {
            "response" => {
                let span = input.span();
                self.response = Some(input.parse().map_err(|_| wrong(span, "a type"))?);
            }
            "crate" => {
                let span = input.span();
                self.runtime = input.parse().map_err(|_| wrong(span, "a path"))?;
            }
            _ => {
                if !input.peek(LitStr) {
                    let value = skip_to_comma(input)?;
                    return Err(wrong(value.span(), "a string literal"));
                }
                let literal: LitStr = input.parse()?;
                let value = literal.value();
                form::check(name, &value).map_err(|fault| syn::Error::new(literal.span(), fault))?;
                match name {
                    "service" => self.service = Some(value),
                    "version" => self.version = Some(value),
                    _ => self.action = Some(value),
                }
            }
        }
        Ok(())
    }
}

/// The default of `action`: the struct's name, if it has the form of one.
pub(crate) fn action_of(struct_name: &Ident, report: &Report) -> String {
    let name = struct_name.unraw().to_string();
    if form::check("action", &name).is_err() {
        let message = format!("`{name}` can't be the name of an action: add `action = \"…\"` to the arguments");
        report.at(struct_name, message);
    }
    name
}

/// The arguments in `#[tencent(action(…))]`. Any other `#[tencent(…)]` isn't ours.
fn handed_over(input: &DeriveInput, report: &Report) -> Option<TokenStream> {
    let mut found = None;
    for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident("tencent")) {
        let inner = attribute.parse_args::<Meta>();
        match inner {
            Ok(Meta::List(list)) if list.path.is_ident("action") && found.is_none() => found = Some(list.tokens),
            _ => report.at(attribute, "there is no `tencent` attribute: arguments go into `#[tencent_action(…)]`"),
        }
    }
    found
}

fn example(key: &str) -> &'static str {
    match key {
        "service" => "`service = \"vod\"`",
        "version" => "`version = \"2018-07-17\"`",
        "action" => "`action = \"ManageTask\"`",
        "response" => "`response = TaskDetail`",
        _ => "`crate = my_crate::tencent_action`",
    }
}

/// Reads up to the next comma.
fn skip_to_comma(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut skipped = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        skipped.extend([input.parse::<TokenTree>()?]);
    }
    Ok(skipped)
}
