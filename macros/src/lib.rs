//! The macros of [`tencent-action`](https://docs.rs/tencent-action), which re-exports them.
//!
//! Modules are in the order that data passes: the attribute hands the item to a private derive; what the user said
//! (`args`, `item`) becomes what we decided (`model`), and that becomes code (`expand`), which can't fail. Faults on
//! the way are collected (`report`) and end in `fallback`.

mod attribute;
mod runtime_path;
mod derive;
mod args;
mod item;
mod serde_attribute;
mod rename_rule;
mod model;
mod kind;
mod expand;
mod fallback;
mod report;
mod nearest;

#[cfg(test)]
mod golden;

use proc_macro::TokenStream;

/// Makes a struct an action: a request to Tencent Cloud.
///
/// It goes on a struct with named fields, or on a unit struct, and implements what a call takes: serialization, the
/// trait [`Action`], and a method `send` that is as visible as the struct. A request can also be read back, as the
/// typed handlers of `FakeCloud` do, unless it borrows: with lifetimes or references in it, it can only be sent.
///
/// # Arguments
///
/// | argument | meaning | default |
/// |---|---|---|
/// | `service = "vod"` | the service: lower-case letters and digits | required |
/// | `version = "2018-07-17"` | the version of its API: a date | required |
/// | `action = "ManageTask"` | the action's name: letters and digits, the first a capital | the struct's name |
/// | `response = Type` | the type of the answer's data, which implements `serde::Deserialize` | [`Empty`] |
/// | `crate = path` | where `tencent-action` is, if it is re-exported | `::tencent_action` |
///
/// # Names
///
/// A field `sub_app_id` goes over the wire as `SubAppId`, `r#type` as `Type`, `instance_i_d` as `InstanceID`. Where
/// that doesn't do, plain serde attributes work, with no serde in your `Cargo.toml`: `rename`, `alias`, `default` and
/// `skip_serializing_if` on fields, `rename_all` on the struct.
///
/// # What is left out
///
/// An `Option` that is `None` isn't sent. `Option` is known by its name, so write it as such: behind a type alias it
/// isn't seen, and goes out as `null`.
///
/// # Other derives
///
/// The item stays as you wrote it, with its documentation, attributes and other derives. Write this attribute first,
/// above them: it refuses a `Serialize` or `Deserialize` in a derive below it, which would be there twice, but can't
/// see one above.
///
/// [`Action`]: https://docs.rs/tencent-action/latest/tencent_action/trait.Action.html
/// [`Empty`]: https://docs.rs/tencent-action/latest/tencent_action/struct.Empty.html
#[proc_macro_attribute]
pub fn tencent_action(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::hand_over(&args.into(), item.into()).into()
}

/// The second half of `tencent_action`: private, and only right below it.
#[doc(hidden)]
#[proc_macro_derive(Action, attributes(serde, tencent))]
pub fn action(item: TokenStream) -> TokenStream {
    derive::action(item.into()).into()
}
