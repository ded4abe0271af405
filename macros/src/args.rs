//! What the user said in the arguments of the attribute.

mod form;
mod key;
mod paginate;

pub(crate) use self::paginate::{FieldPath, Paginate, Start};

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::token::Paren;
use syn::{DeriveInput, Error, Ident, LitStr, Meta, Token, Type};

use self::key::Key;
use crate::nearest::{nearest, suggest};
use crate::report::Report;
use crate::role::Role;
use crate::runtime_path::RuntimePath;

/// The arguments, each checked for itself.
#[derive(Default)]
pub(crate) struct Args {
    pub(crate) service: Option<LitStr>,
    pub(crate) version: Option<LitStr>,
    pub(crate) action: Option<LitStr>,
    pub(crate) response: Option<Type>,
    pub(crate) errors: Option<Type>,
    pub(crate) stream: Option<Type>,
    pub(crate) paginate: Option<Paginate>,
    pub(crate) rate_limit: Option<u32>,
    pub(crate) idempotent: bool,
    pub(crate) unsigned: bool,
    /// The lock file that the declaration is held against.
    pub(crate) spec: Option<LitStr>,
    /// The name in there, if it isn't the struct's.
    pub(crate) name: Option<LitStr>,
    pub(crate) runtime: RuntimePath,
    /// Keys that were given, be it with a fault.
    seen: Vec<Key>,
    /// Keys that a misspelt one must have been: they aren't told to be missing as well.
    meant: Vec<Key>,
}

impl Args {
    /// Reads the arguments that the attribute left on the item.
    pub(crate) fn read(role: Role, input: &DeriveInput, report: &Report) -> Self {
        let mut args = Self::default();
        // Where the attribute stands. As a place of ours, it would bring a note on macros with it.
        let attribute = Span::call_site().resolved_at(input.ident.span());
        let Some(tokens) = handed_over(role, input, report) else {
            let message = format!("this derive is private: write `{}` in its place", role.example());
            report.at_span(attribute, message);
            return args;
        };
        // The parser reports what it finds and goes on, so it never fails itself.
        drop((|input: ParseStream<'_>| args.read_all(role, input, report)).parse2(tokens));
        for key in Key::required_of(role) {
            if !args.seen.contains(key) && !args.meant.contains(key) {
                report.at_span(attribute, format!("`{}` is missing: add `{}`", key.name(), key.example()));
            }
        }
        args
    }

    /// The action's name if it is given, and otherwise the struct's, if it has the form of one.
    pub(crate) fn action_or_name_of(&self, struct_name: &Ident, report: &Report) -> String {
        if let Some(action) = &self.action {
            return action.value();
        }
        let name = struct_name.unraw().to_string();
        if form::check(Key::Action, &name).is_err() && !self.seen.contains(&Key::Action) {
            let proposal = form::as_action(&name).unwrap_or_else(|| "…".to_owned());
            let message = format!("`{name}` isn't the name of an action: add the argument `action = \"{proposal}\"`");
            report.at(struct_name, message);
        }
        name
    }

    /// Whether a name was given that can't be one, so that it isn't known.
    pub(crate) fn has_faulty_name(&self) -> bool {
        let is_faulty = |key, said: &Option<LitStr>| said.is_none() && self.seen.contains(&key);
        is_faulty(Key::Action, &self.action) || is_faulty(Key::Name, &self.name)
    }

    fn read_all(&mut self, role: Role, input: ParseStream<'_>, report: &Report) -> syn::Result<()> {
        while !input.is_empty() {
            if let Err(fault) = self.read_one(role, input, report) {
                report.add(fault);
                skip_value(input)?;
            } else if !input.is_empty() && !input.peek(Token![,]) {
                report.at_span(input.span(), "expected `,` before this");
                skip_value(input)?;
            }
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(())
    }

    /// One `key = value`. After a fault, the rest of it is left for the caller to skip.
    fn read_one(&mut self, role: Role, input: ParseStream<'_>, report: &Report) -> syn::Result<()> {
        let word = input
            .call(Ident::parse_any)
            .map_err(|fault| Error::new(fault.span(), "expected an argument of the form `key = value`"))?;
        let Some(key) = Key::from_name(role, &word.to_string()) else { return Err(self.unknown(role, &word)) };
        if self.seen.contains(&key) {
            report.at(&word, format!("`{word}` is given twice: remove one of them"));
        }
        self.seen.push(key);
        if key.is_flag() {
            self.idempotent |= key == Key::Idempotent;
            self.unsigned |= key == Key::Unsigned;
            if input.peek(Token![=]) || input.peek(Paren) {
                let message = format!("`{word}` takes no value: write it alone, or leave it out");
                return Err(Error::new(word.span(), message));
            }
            return Ok(());
        }
        if key == Key::Paginate {
            self.paginate = Some(read_paginate(&word, input, report)?);
            return Ok(());
        }
        let without_value = || Error::new(word.span(), format!("`{word}` needs a value, as in `{}`", key.example()));
        input.parse::<Token![=]>().map_err(|_| without_value())?;
        if input.is_empty() || input.peek(Token![,]) || at_key(input) {
            return Err(without_value());
        }
        self.read_value(key, input)
    }

    fn read_value(&mut self, key: Key, input: ParseStream<'_>) -> syn::Result<()> {
        let start = input.span();
        let expected = format!("expected {}, as in `{}`", key.value(), key.example());
        let wrong = |_| Error::new(start, &expected);
        match key {
            Key::Response => self.response = Some(input.parse().map_err(wrong)?),
            Key::Errors => self.errors = Some(input.parse().map_err(wrong)?),
            Key::Stream => self.stream = Some(input.parse().map_err(wrong)?),
            Key::RateLimit => {
                let value = skip_value(input)?;
                let rate = form::rate_limit(&value).map_err(|fault| Error::new_spanned(&value, fault + &expected))?;
                self.rate_limit = Some(rate);
            }
            Key::Idempotent | Key::Unsigned | Key::Paginate => {}
            Key::Crate => self.runtime = input.parse().map_err(wrong)?,
            Key::Service | Key::Version | Key::Action | Key::Spec | Key::Name => {
                if !input.peek(LitStr) {
                    return Err(Error::new_spanned(skip_value(input)?, expected));
                }
                let literal: LitStr = input.parse()?;
                form::check(key, &literal.value()).map_err(|fault| Error::new(literal.span(), fault))?;
                let said = match key {
                    Key::Service => &mut self.service,
                    Key::Version => &mut self.version,
                    Key::Action => &mut self.action,
                    Key::Spec => &mut self.spec,
                    _ => &mut self.name,
                };
                *said = Some(literal);
            }
        }
        Ok(())
    }

    fn unknown(&mut self, role: Role, word: &Ident) -> Error {
        let name = word.to_string();
        let known: Vec<_> = Key::of(role).iter().map(|key| key.name()).collect();
        self.meant.extend(nearest(&name, &known).and_then(|name| Key::from_name(role, name)));
        let message = match (Key::role_of(&name), told_at_run_time(&name)) {
            (Some(other), _) => format!("`{word}` is an argument of `{}`: remove it", other.attribute()),
            (None, Some(how)) => format!("`{word}` is told to {how}: remove it"),
            (None, None) => format!("unknown argument `{word}`, {}", suggest(&name, &known)),
        };
        Error::new(word.span(), message)
    }
}

/// How to tell what isn't declared: by methods of the client's builder, of a client and of a call.
fn told_at_run_time(name: &str) -> Option<String> {
    Some(match name {
        "region" | "endpoint" | "language" | "timeout" => {
            format!("the client or to a call, as in `.send(&client).{name}(…)`")
        }
        "form" | "signature" => format!("the client, as in `.send(&client.with_{name}(…))`"),
        "method" => "the client as a form, as in `.send(&client.with_form(RequestForm::Query))` for GET".to_owned(),
        _ => return None,
    })
}

/// The arguments in `#[tencent(action(…))]`. Any other `#[tencent(…)]` on the item isn't ours.
fn handed_over(role: Role, input: &DeriveInput, report: &Report) -> Option<TokenStream> {
    let mut found = None;
    for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident("tencent")) {
        match attribute.parse_args::<Meta>() {
            Ok(Meta::List(list)) if list.path.is_ident(role.word()) && found.is_none() => found = Some(list.tokens),
            _ => {
                let place = match role {
                    Role::Action => "`#[tencent(client_token)]` goes on a field",
                    Role::Data => "there is no `#[tencent(…)]` for data",
                    Role::Errors => "`#[tencent(code = \"…\")]` goes on a variant",
                };
                report.at(attribute, format!("{place}, and arguments go into `#[{}(…)]`", role.attribute()));
            }
        }
    }
    found
}

/// What stands in the parentheses after `paginate`.
fn read_paginate(word: &Ident, input: ParseStream<'_>, report: &Report) -> syn::Result<Paginate> {
    if !input.peek(Paren) {
        let message = format!("`{word}` needs {}, as in `{}`", Key::Paginate.value(), Key::Paginate.example());
        return Err(Error::new(word.span(), message));
    }
    let inside;
    syn::parenthesized!(inside in input);
    Paginate::read(word.span(), &inside, report)
}

/// Whether `key =` comes next, be it a known key or not.
fn at_key(input: ParseStream<'_>) -> bool {
    input.peek(Ident::peek_any) && input.peek2(Token![=]) && !input.peek2(Token![==])
}

/// Reads up to the next comma; or to the next key, if the comma before it was forgotten.
fn skip_value(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut skipped = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) && !at_key(input) {
        skipped.extend([input.parse::<TokenTree>()?]);
    }
    Ok(skipped)
}
