//! What the user said in `paginate(…)`.

mod key;

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Error, Ident, LitInt, Token, Type};

use self::key::Key;
use super::{at_key, skip_value};
use crate::nearest::{nearest, suggest};
use crate::report::Report;

/// How an action answers in pages. If nothing was reported, it is complete.
pub(crate) struct Paginate {
    /// The word itself.
    pub(crate) span: Span,
    /// What says where a page begins: a field of the request.
    pub(crate) start: Option<(Start, FieldPath)>,
    /// The number of the first page.
    pub(crate) first: Option<u64>,
    pub(crate) next: Option<FieldPath>,
    pub(crate) total: Option<FieldPath>,
    pub(crate) more: Option<FieldPath>,
    pub(crate) done: Option<FieldPath>,
    pub(crate) items: Option<FieldPath>,
    pub(crate) item: Option<Type>,
    /// Keys that were given, be it with a fault, or that a misspelt one must have been.
    seen: Vec<Key>,
}

/// In which way it is said where a page begins.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    Offset,
    Page,
    Token,
}

/// A field, or a field of a field: `data.items`.
pub(crate) struct FieldPath {
    pub(crate) outer: Vec<Ident>,
    pub(crate) last: Ident,
}

impl FieldPath {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut path = Self { outer: Vec::new(), last: input.parse()? };
        while input.parse::<Option<Token![.]>>()?.is_some() {
            let last = input.parse()?;
            path.outer.push(std::mem::replace(&mut path.last, last));
        }
        Ok(path)
    }

    /// The first field of the way.
    pub(crate) fn root(&self) -> &Ident {
        self.outer.first().unwrap_or(&self.last)
    }
}

impl Paginate {
    /// Reads what stands between the parentheses, and checks it for itself.
    pub(super) fn read(span: Span, input: ParseStream<'_>, report: &Report) -> syn::Result<Self> {
        let mut said = Self {
            span,
            start: None,
            first: None,
            next: None,
            total: None,
            more: None,
            done: None,
            items: None,
            item: None,
            seen: Vec::new(),
        };
        while !input.is_empty() {
            if let Err(fault) = said.read_one(input, report) {
                report.add(fault);
                skip_value(input)?;
            } else if !input.is_empty() && !input.peek(Token![,]) {
                report.at_span(input.span(), "expected `,` before this");
                skip_value(input)?;
            }
            input.parse::<Option<Token![,]>>()?;
        }
        said.check(report);
        Ok(said)
    }

    /// One `key = value`, or a `key` alone, which names the field that is called so.
    fn read_one(&mut self, input: ParseStream<'_>, report: &Report) -> syn::Result<()> {
        let word = input
            .call(Ident::parse_any)
            .map_err(|fault| Error::new(fault.span(), "expected an argument of `paginate`, as in `offset = offset`"))?;
        let Some(key) = Key::from_name(&word.to_string()) else { return Err(self.unknown(&word)) };
        if self.seen.contains(&key) {
            report.at(&word, format!("`{word}` is given twice: remove one of them"));
        } else if let Some(other) = self.seen.iter().find(|other| other.excludes(key)) {
            let (name, cure) = (other.name(), "remove one of them");
            report.at(&word, format!("`{name}` and `{word}` exclude each other: {cure}"));
        }
        self.seen.push(key);
        let example = key.example();
        let has_value = input.parse::<Option<Token![=]>>()?.is_some();
        let missing = has_value && (input.is_empty() || input.peek(Token![,]) || at_key(input));
        if missing || !has_value && !key.is_field() {
            return Err(Error::new(word.span(), format!("`{word}` needs a value, as in `{example}`")));
        }
        let start = input.span();
        let wrong = |_| Error::new(start, format!("expected {}, as in `{example}`", key.value()));
        match key {
            Key::First => {
                let first = input.parse::<LitInt>().and_then(|first| first.base10_parse());
                self.first = Some(first.map_err(wrong)?);
            }
            Key::Item => self.item = Some(input.parse().map_err(wrong)?),
            _ if has_value => {
                let path = input.call(FieldPath::parse).map_err(wrong)?;
                self.put(key, path);
            }
            _ => self.put(key, FieldPath { outer: Vec::new(), last: word }),
        }
        Ok(())
    }

    fn put(&mut self, key: Key, path: FieldPath) {
        match key {
            Key::Offset => self.start = Some((Start::Offset, path)),
            Key::Page => self.start = Some((Start::Page, path)),
            Key::Token => self.start = Some((Start::Token, path)),
            Key::Next => self.next = Some(path),
            Key::Total => self.total = Some(path),
            Key::More => self.more = Some(path),
            Key::Done => self.done = Some(path),
            Key::Items => self.items = Some(path),
            Key::First | Key::Item => {}
        }
    }

    fn unknown(&mut self, word: &Ident) -> Error {
        let name = word.to_string();
        let known = Key::ALL.map(Key::name);
        self.seen.extend(nearest(&name, &known).and_then(Key::from_name));
        let message = match &*name {
            "limit" | "size" => format!(
                "`{word}` isn't needed: how many items make a page is up to the request, and the next begins after what came"
            ),
            _ => format!("unknown argument `{word}` of `paginate`, {}", suggest(&name, &known)),
        };
        Error::new(word.span(), message)
    }

    /// Whether all is there that there must be.
    fn check(&self, report: &Report) {
        let is_there = |key| self.seen.contains(&key);
        if !Key::STARTS.into_iter().any(is_there) {
            report.at_span(self.span, "`paginate` needs what says where a page begins: `offset`, `page` or `token`");
        }
        for key in [Key::Items, Key::Item].into_iter().filter(|key| !is_there(*key)) {
            report.at_span(self.span, format!("`{}` is missing in `paginate`: add `{}`", key.name(), key.example()));
        }
    }
}
