//! The macros of [`tencent-action`](https://docs.rs/tencent-action), which re-exports them.
//!
//! Modules are in the order that data passes: the attribute hands the item to a private derive; what the user said
//! (`args`, `item`) becomes what we decided (`model`), and that becomes code (`expand`), which can't fail. Faults on
//! the way are collected (`report`) and end in `fallback`.

mod attribute;
mod runtime_path;
mod derive;
mod role;
mod args;
mod item;
mod nested;
mod of_serde;
mod serde_attribute;
mod tencent_attribute;
mod rename_rule;
mod model;
mod kind;
mod within;
mod spec;
mod expand;
mod fallback;
mod report;
mod nearest;

#[cfg(test)]
mod cost;
#[cfg(test)]
mod golden;
#[cfg(test)]
#[allow(dead_code, reason = "the runtime's as well")]
mod random;

use proc_macro::TokenStream;

use self::role::Role;

/// This macro comes with `tencent-action`, which documents it: nobody needs to depend on `tencent-action-macros`.
#[proc_macro_attribute]
pub fn tencent_action(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::hand_over(Role::Action, &args.into(), item.into()).into()
}

/// This macro comes with `tencent-action`, which documents it: nobody needs to depend on `tencent-action-macros`.
#[proc_macro_attribute]
pub fn tencent_data(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::hand_over(Role::Data, &args.into(), item.into()).into()
}

/// This macro comes with `tencent-action`, which documents it: nobody needs to depend on `tencent-action-macros`.
#[proc_macro_attribute]
pub fn tencent_errors(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::hand_over(Role::Errors, &args.into(), item.into()).into()
}

/// The second half of `tencent_action`: private, and only right below it.
#[doc(hidden)]
#[proc_macro_derive(Action, attributes(serde, tencent))]
pub fn action(item: TokenStream) -> TokenStream {
    derive::derive(Role::Action, item.into()).into()
}

/// The second half of `tencent_data`: private, and only right below it.
#[doc(hidden)]
#[proc_macro_derive(Data, attributes(serde, tencent))]
pub fn data(item: TokenStream) -> TokenStream {
    derive::derive(Role::Data, item.into()).into()
}

/// The second half of `tencent_errors`: private, and only right below it.
#[doc(hidden)]
#[proc_macro_derive(Errors, attributes(serde, tencent))]
pub fn errors(item: TokenStream) -> TokenStream {
    derive::derive(Role::Errors, item.into()).into()
}
