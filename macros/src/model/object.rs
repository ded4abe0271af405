//! A struct: an action's request, or data.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{DeriveInput, Ident, Type};

use super::member::{Member, check_names};
use super::names::Naming;
use super::paging::Paging;
use crate::args::Args;
use crate::expand::code;
use crate::item::{NamedField, Struct};
use crate::kind::kind_of;
use crate::rename_rule::RenameRule;
use crate::report::Report;
use crate::role::Role;
use crate::runtime_path::RuntimePath;
use crate::serde_attribute::Container;
use crate::spec::{self, Spec};
use crate::within::walk;

/// A struct that is an object on the wire.
pub(crate) struct Object<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) runtime: RuntimePath,
    /// What makes it an action, if it is one.
    pub(crate) call: Option<Call>,
    pub(crate) members: Vec<Member<'a>>,
    /// Whether serde's own derives write and read it.
    pub(crate) by_serde: bool,
    /// Whether the user says what serde shall expect.
    pub(crate) says_expecting: bool,
    /// How names of fields become wire names.
    pub(crate) renames: RenameRule,
    pub(crate) extent: Extent,
    /// What came of holding it against a lock file, if it was.
    pub(crate) spec: Option<Spec>,
}

/// What goes over the wire for a struct.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    Members,
    /// And those of fields that are flattened.
    More,
    /// Something else, into which serde makes it.
    Other,
}

/// What an action has and data hasn't.
pub(crate) struct Call {
    pub(crate) service: String,
    pub(crate) version: String,
    pub(crate) action: String,
    pub(crate) response: TokenStream,
    pub(crate) errors: TokenStream,
    /// The type of a chunk, if it streams.
    pub(crate) stream: Option<TokenStream>,
    /// How it answers in pages, if it does.
    pub(crate) paging: Option<Paging>,
    pub(crate) rate_limit: Option<u32>,
    pub(crate) idempotent: bool,
    pub(crate) unsigned: bool,
    /// Which member is the client token, if one is.
    client_token: Option<usize>,
    /// The variant of the runtime's `Encoding`, if it isn't the default.
    pub(crate) encoding: Option<&'static str>,
}

impl<'a> Object<'a> {
    pub(super) fn decide(
        role: Role,
        input: &'a DeriveInput,
        mut args: Args,
        item: Struct<'a>,
        report: &Report,
    ) -> Option<Self> {
        let Struct { serde, fields } = item;
        let by_serde = !serde.beyond.is_empty() || fields.iter().any(|field| !field.serde.beyond.is_empty());
        let extent = Extent::of(&serde, &fields);
        let client_token = client_token(&fields, report);
        let encoding = encoding(&fields, by_serde, report);
        let renames = serde.rename_all.unwrap_or_default();
        let members = fields.into_iter().map(|mut field| {
            field.faulty |= serde.faulty;
            let mut member = Member::decide(field, renames, report);
            if serde.beyond.says("rename_all") {
                member.naming = Naming::TwoWays;
            }
            member
        });
        let members: Vec<_> = members.collect();
        check_names(&members, report);
        let paging = args.paginate.take();
        let has_response = args.response.is_some();
        let paging = paging.and_then(|said| Paging::decide(said, &members, has_response, report));
        let call = match role {
            Role::Action => Some(Call { paging, client_token, encoding, ..Call::decide(&args, &input.ident, report)? }),
            Role::Data | Role::Errors => None,
        };
        let runtime = args.runtime.clone();
        let says_expecting = serde.expecting;
        let mut object = Self { input, runtime, call, members, by_serde, says_expecting, renames, extent, spec: None };
        object.spec = spec::check(&object, &args, report);
        Some(object)
    }

    /// The member that is marked as client token.
    pub(crate) fn client_token(&self) -> Option<&Member<'a>> {
        self.call.as_ref()?.client_token.and_then(|index| self.members.get(index))
    }

    /// Whether nothing in the struct is borrowed, so that it can be read as well as written.
    pub(crate) fn is_owned(&self) -> bool {
        let borrows = |member: &Member<'_>| has_reference(member.ty);
        self.input.generics.lifetimes().next().is_none() && !self.members.iter().any(borrows)
    }
}

impl Extent {
    fn of(serde: &Container, fields: &[NamedField<'_>]) -> Self {
        if serde.beyond.replaces() {
            Self::Other
        } else if fields.iter().any(|field| field.serde.beyond.says("flatten")) {
            Self::More
        } else {
            Self::Members
        }
    }
}

impl Call {
    fn decide(args: &Args, name: &Ident, report: &Report) -> Option<Self> {
        let runtime = &args.runtime;
        let action = args.action_or_name_of(name, report);
        let or = |said: &Option<Type>, otherwise| said.as_ref().map_or(otherwise, Type::to_token_stream);
        Some(Self {
            service: args.service.as_ref()?.value(),
            version: args.version.as_ref()?.value(),
            action,
            response: or(&args.response, code!(#runtime::Empty)),
            errors: or(&args.errors, code!(#runtime::CommonError)),
            stream: args.stream.as_ref().map(Type::to_token_stream),
            paging: None,
            rate_limit: args.rate_limit,
            idempotent: args.idempotent,
            unsigned: args.unsigned,
            client_token: None,
            encoding: None,
        })
    }
}

/// The field that is marked as client token: one at most, and a string.
fn client_token(fields: &[NamedField<'_>], report: &Report) -> Option<usize> {
    let mut marked = fields.iter().enumerate().filter(|(_, field)| field.marks.client_token.is_some());
    let (index, first) = marked.next()?;
    if kind_of(&first.field.ty) != "String" {
        report.at(&first.field.ty, "a client token is a string: `String` or `Option<String>`");
    }
    if first.serde.nameless {
        report.at(first.ident, "a client token is sent by its name: it can't be skipped or flattened");
    }
    for (_, second) in marked {
        let (first, second) = (first.ident, second.ident);
        report.at(second, format!("`{first}` is the client token already: a request has one"));
    }
    Some(index)
}

/// How the request is written, if a field is marked as bytes: as parts, of which any number are, or as a body, which is
/// one. Serde's own derives know of neither.
fn encoding(fields: &[NamedField<'_>], by_serde: bool, report: &Report) -> Option<&'static str> {
    let marked = |mark: fn(&NamedField<'_>) -> bool| fields.iter().filter(move |field| mark(field));
    let binary = marked(|field| field.marks.binary.is_some()).next();
    let mut bodies = marked(|field| field.marks.body.is_some());
    let first = bodies.next();
    if let (Some(first), Some(second)) = (first, bodies.next()) {
        report.at(second.ident, format!("`{}` is the body already: a request has one", first.ident));
    }
    if let (Some(binary), Some(body)) = (binary, first) {
        let message = format!("`{}` is the body, so there are no parts: mark one of them", body.ident);
        report.at(binary.ident, message);
    }
    let field = binary.or(first)?;
    if field.serde.nameless {
        report.at(field.ident, "bytes are sent by their name: they can't be skipped or flattened");
    } else if by_serde {
        report.at(field.ident, "bytes can't stand beside serde attributes that are left to serde: remove those");
    }
    Some(if binary.is_some() { "Multipart" } else { "OctetStream" })
}

fn has_reference(ty: &Type) -> bool {
    let mut found = false;
    walk(ty, &mut |ty| {
        found |= match ty {
            Type::Reference(_) => true,
            Type::Macro(ty) => has_sign(ty.mac.tokens.clone()),
            _ => false,
        };
        !found
    });
    found
}

/// Whether an `&` is there: of what a macro is given, only the tokens are known.
fn has_sign(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|tree| match tree {
        TokenTree::Punct(punct) => punct.as_char() == '&',
        TokenTree::Group(group) => has_sign(group.stream()),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_told_from_what_only_looks_like_one() {
        for ty in ["&'static str", "Option<Vec<&'static [u8]>>", "(u8, &'a T)", "list!(Option<&'static str>)"] {
            assert!(has_reference(&syn::parse_str(ty).unwrap()), "{ty}");
        }
        for ty in ["[u8; ALL & THESE]", "Filter<{ ALL & THESE }>", "Cow<'static, str>", "PhantomData<&'static str>"] {
            assert!(!has_reference(&syn::parse_str(ty).unwrap()), "{ty}");
        }
    }
}
