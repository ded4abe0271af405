//! Data whose members are named as locals of generated code are, or could be.

use super::{names::*, primitives::*};

#[::tencent_action::tencent_data]
pub(in super::super) struct TaskDetail {
    pub(in super::super) client: ::std::string::String,
    pub(in super::super) __index: ::std::vec::Vec<::core::primitive::u8>,
    pub(in super::super) __lenient: ::core::option::Option<::core::primitive::usize>,
    pub(in super::super) status: super::words::Status,
    #[serde(skip_serializing_if = "is_zero", default)]
    pub(in super::super) limit: ::core::primitive::u64,
}

fn is_zero(number: &::core::primitive::u64) -> ::core::primitive::bool {
    *number == 0
}

#[::tencent_action::tencent_data]
pub(in super::super) struct Nothing;
