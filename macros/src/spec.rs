//! Holding a declaration against a lock file: the vendor's own description of the actions that somebody uses.
//!
//! The lock is read when the code compiles, and only where the argument `spec` names one. What is judged is what can't
//! be right; what may be the user's intent isn't. [`lock`] has the format.

mod place;
mod cache;
mod lock;
mod subject;
mod members;
mod fits;
mod field;

use proc_macro2::Ident;
use syn::Attribute;

use self::subject::Subject;
use crate::args::Args;
use crate::model::{Extent, Member, Object};
use crate::report::Report;

/// What came of it, for the code that is generated.
pub(crate) struct Spec {
    /// The lock file: when it changes, the declaration is compiled again.
    pub(crate) path: Option<String>,
    /// What to say of the action if it is deprecated.
    pub(crate) deprecated: Option<String>,
    /// Fields that are deprecated, each with the reason.
    pub(crate) deprecated_fields: Vec<Deprecated>,
}

/// A field that stands for a deprecated member, and what to say of it.
pub(crate) struct Deprecated {
    pub(crate) ident: Ident,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) note: String,
}

/// Holds an object against the lock that its arguments name; `None` if they name none, or there is a fault in it.
pub(crate) fn check(object: &Object<'_>, args: &Args, report: &Report) -> Option<Spec> {
    let Some(said) = &args.spec else {
        if let Some(name) = &args.name {
            report.at(name, "`name` says under which name `spec` has it: add `spec = \"…\"`, or remove this");
        }
        return None;
    };
    // That has been told.
    if args.has_faulty_name() {
        return None;
    }
    let path = place::path_of(said);
    let lock = cache::load(&path, &said.value()).map_err(|fault| report.at(said, fault)).ok()?;
    let subject = Subject::find(object, args, &lock, &said.value(), report)?;
    if is_described(object) {
        members::check(object, &subject, report);
    }
    let mut spec = Spec { path: path.to_str().map(str::to_owned), deprecated: None, deprecated_fields: Vec::new() };
    // Who declares it as deprecated knows.
    if !says_deprecated(&object.input.attrs) {
        spec.deprecated = subject.is_deprecated.then(|| subject.note("this action"));
        spec.deprecated_fields = object.members.iter().filter_map(|member| deprecated(member, &subject)).collect();
    }
    Some(spec)
}

/// An enum can't be held against a lock: its values aren't in there.
pub(crate) fn refuse(args: &Args, report: &Report) {
    if let Some(argument) = args.spec.as_ref().or(args.name.as_ref()) {
        let message =
            "a lock file has no enums, as the vendor's metadata has none: remove this, or check a struct with it";
        report.at(argument, message);
    }
}

/// Whether the metadata speaks of the members: not of those of a raw body, which go as headers, and not if something
/// else goes over the wire in place of the struct.
fn is_described(object: &Object<'_>) -> bool {
    let is_raw = object.call.as_ref().is_some_and(|call| call.encoding == Some("OctetStream"));
    !is_raw && object.extent != Extent::Other
}

fn deprecated(member: &Member<'_>, subject: &Subject<'_>) -> Option<Deprecated> {
    let fact = subject.fact_of(member).filter(|fact| fact.deprecated)?;
    let note = subject.note(&format!("`{}`", fact.name));
    let told = !says_deprecated(member.attributes);
    told.then(|| Deprecated { ident: member.ident.clone(), attributes: member.attributes.to_vec(), note })
}

fn says_deprecated(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("deprecated"))
}
