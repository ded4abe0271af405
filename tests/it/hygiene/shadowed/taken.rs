//! Names of the prelude, of std, of serde and of ours, all of them taken; and declarations among them.
#![allow(dead_code, unused_imports, unused_macros, reason = "what is in the way isn't used")]
#![allow(non_camel_case_types, clippy::wildcard_imports, reason = "all names are to be in the way")]
#![allow(clippy::trivially_copy_pass_by_ref, reason = "serde's form")]

mod names {
    /// An attribute.
    pub(super) use ::tencent_action::tencent_data as derive;

    pub(super) mod alloc {}
    pub(super) mod core {}
    pub(super) mod std {}
    pub(super) mod serde {}
    pub(super) mod serde_core {}
    pub(super) mod serde_json {}
    pub(super) mod tencent_action {}
    pub(super) mod tencent_action_macros {}

    macro_rules! taken {
        ($($name:ident)*) => { $(pub(super) struct $name;)* };
    }
    taken! { Option Some None Result Ok Err String Vec Box Cow ToString ToOwned Default Clone Copy Send Sync Sized }
    taken! { Drop Fn From Into Iterator AsRef Display Formatter PhantomData NonZeroU32 }
    taken! { Serialize Serializer SerializeStruct Deserialize Deserializer MapAccess Visitor Error }
    taken! { Action Data Call Client CommonError Empty ErrorCode Field Kind Reply }
    taken! { Pages Items PageInfo PaginatedAction Position Number List PageToken Flag Through Plain Slot Misfit }
    taken! { Guard Members Slots __Slots __Mirror __Field __Visitor __serde _serde }

    pub(super) fn drop() {}
    pub(super) fn slots() {}
    pub(super) fn read() {}
    pub(super) fn finish() {}
    pub(super) fn known() {}
    pub(super) fn word() {}
    pub(super) fn family() {}
    pub(super) fn serialize() {}
    pub(super) fn deserialize() {}
    pub(super) fn send() {}
    pub(super) fn pages() {}
    pub(super) fn count() {}
    pub(super) fn next() {}
    pub(super) fn token() {}

    /// A trait that all types have, whose methods are named as what generated code calls.
    pub(super) trait Blanket {
        type Ok;
        type Error;
        type Slots;
        type Response;
        type ErrorCode;
        type Item;
        const NAME: ::core::primitive::u8 = 0;
        const FIELDS: ::core::primitive::u8 = 0;
        const CODES: ::core::primitive::u8 = 0;
        fn as_ref(&self) {}
        fn as_str(&self) {}
        fn call(&self) {}
        fn deserialize(&self) {}
        fn end(&self) {}
        fn from(&self) {}
        fn is_none(&self) {}
        fn is_some(&self) {}
        fn items(&self) {}
        fn open(&self) {}
        fn pad(&self) {}
        fn page(&self) {}
        fn pages(&self) {}
        fn position(&self) {}
        fn send(&self) {}
        fn serialize(&self) {}
        fn serialize_field(&self) {}
        fn slots(&self) {}
        fn take(&self) {}
        fn go_to(&self) {}
    }

    impl<T: ?::core::marker::Sized> Blanket for T {
        type Ok = ();
        type Error = ();
        type Slots = ();
        type Response = ();
        type ErrorCode = ();
        type Item = ();
    }
}

/// Serde's own derives name these types as anybody would, so they can't stand it.
mod primitives {
    macro_rules! taken {
        ($($name:ident)*) => { $(pub(super) struct $name;)* };
    }
    taken! { bool char str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64 }
}

macro_rules! taken {
    ($($name:ident)*) => {$(
        macro_rules! $name {
            () => { ::core::compile_error!("the user's macro was called") };
        }
    )*};
}
taken!(assert compile_error concat debug_assert derive format matches panic stringify todo unreachable vec write);

pub(super) mod actions;
pub(super) mod by_serde;
pub(super) mod data;
pub(super) mod words;
