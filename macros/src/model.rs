//! What we decided: complete, and checked by all rules.

mod choice;
mod names;
mod member;
mod object;
mod paging;

pub(crate) use self::choice::{Choice, Word};
pub(crate) use self::member::{Member, Presence};
pub(crate) use self::names::Naming;
pub(crate) use self::object::{Call, Extent, Object};
pub(crate) use self::paging::Paging;

use syn::DeriveInput;

use crate::args::Args;
use crate::item::Item;
use crate::report::Report;
use crate::role::Role;
use crate::spec;

/// All that the generators need.
pub(crate) enum Model<'a> {
    Object(Box<Object<'a>>),
    Choice(Choice<'a>),
}

impl<'a> Model<'a> {
    /// `None` if a fault has been reported without which there is nothing to decide on.
    pub(crate) fn decide(
        role: Role,
        input: &'a DeriveInput,
        args: Args,
        item: Option<Item<'a>>,
        report: &Report,
    ) -> Option<Self> {
        match item? {
            Item::Struct(item) => {
                Object::decide(role, input, args, item, report).map(|object| Self::Object(Box::new(object)))
            }
            Item::Enum(item) => {
                spec::refuse(&args, report);
                Choice::decide(role, input, args, item, report).map(Self::Choice)
            }
        }
    }
}
