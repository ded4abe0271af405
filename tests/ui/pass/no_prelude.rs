//! No prelude, and every name that generated code could stumble on taken; lints that users deny.
#![no_implicit_prelude]
#![deny(warnings, missing_docs, missing_debug_implementations, unreachable_pub, unused_imports, unused_qualifications)]

/// Names of std, of serde and of ours that mean something else.
pub mod shadowed {
    #![allow(dead_code, non_camel_case_types, reason = "they are there to be in the way")]

    mod core {}
    mod std {}
    mod alloc {}
    mod serde {}
    mod tencent_action {}

    struct bool;
    struct str;
    struct u8;
    struct usize;
    struct Box;
    struct Default;
    struct Err;
    struct None;
    struct Ok;
    struct Option;
    struct Result;
    struct Sized;
    struct Some;
    struct String;
    struct Vec;

    struct Action;
    struct Call;
    struct Client;
    struct Deserialize;
    struct Empty;
    struct Field;
    struct Kind;
    struct Members;
    struct Serialize;
    struct __Slots;

    /// Every way in which a member is written and read.
    #[::tencent_action::tencent_action(service = "vod", version = "2018-07-17")]
    #[derive(::core::fmt::Debug)]
    pub struct ManageTask {
        /// Named like a parameter of `send`.
        pub client: ::std::string::String,
        #[serde(alias = "Task", default)]
        task_id: ::std::vec::Vec<::core::primitive::u8>,
        #[serde(default = "ten", skip_serializing_if = "is_ten")]
        limit: ::core::primitive::u8,
        sub_app_id: ::core::option::Option<::core::primitive::u64>,
        #[serde(skip_serializing_if = "::core::option::Option::is_some")]
        odd: ::core::option::Option<::core::primitive::bool>,
    }

    fn ten() -> ::core::primitive::u8 {
        10
    }

    fn is_ten(limit: &::core::primitive::u8) -> ::core::primitive::bool {
        *limit == 10
    }
}

/// Structs without members, and one that borrows.
pub mod shapes {
    #[::tencent_action::tencent_action(service = "sts", version = "2018-08-13")]
    pub(super) struct GetCallerIdentity;

    #[::tencent_action::tencent_action(service = "cvm", version = "2017-03-12")]
    struct DescribeZones {}

    #[::tencent_action::tencent_action(service = "cvm", version = "2017-03-12")]
    struct DescribeInstances<'a> {
        zone: &'a ::core::primitive::str,
        name: ::std::borrow::Cow<'a, ::core::primitive::str>,
    }
}

fn main() {}
