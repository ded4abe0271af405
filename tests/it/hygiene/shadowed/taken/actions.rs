//! Actions whose members are named as locals of generated code are, or could be.

use super::{names::*, primitives::*};

#[::tencent_action::tencent_action(
    service = "cvm",
    version = "2017-03-12",
    response = TaskDetail,
    errors = super::words::Code,
    rate_limit = 1,
    idempotent
)]
pub(in super::super) struct DescribeTask {
    #[tencent(client_token)]
    pub(in super::super) client: ::std::string::String,
    pub(in super::super) __state: ::core::primitive::bool,
    pub(in super::super) deserializer: ::std::vec::Vec<::core::primitive::u8>,
    pub(in super::super) serializer: ::core::option::Option<::core::primitive::usize>,
    #[serde(alias = "Zone", default)]
    pub(in super::super) slots: ::std::string::String,
    #[serde(default = "ten", skip_serializing_if = "is_ten")]
    pub(in super::super) map: ::core::primitive::u64,
}

fn ten() -> ::core::primitive::u64 {
    10
}

fn is_ten(number: &::core::primitive::u64) -> ::core::primitive::bool {
    *number == 10
}

#[::tencent_action::tencent_action(service = "cvm", version = "2017-03-12")]
pub(in super::super) struct TaskDetail {}

#[::tencent_action::tencent_action(
    service = "cvm",
    version = "2017-03-12",
    response = Pages,
    paginate(page = __position, total = __wrapper.total, items = __wrapper.list, item = ::core::primitive::u8)
)]
pub(in super::super) struct ListTasks {
    pub(in super::super) __position: ::core::primitive::u64,
}

#[::tencent_action::tencent_data]
pub(in super::super) struct Pages {
    pub(in super::super) __wrapper: ::core::option::Option<Wrapper>,
}

#[::tencent_action::tencent_data]
pub(in super::super) struct Wrapper {
    pub(in super::super) total: ::core::primitive::u64,
    pub(in super::super) list: ::std::vec::Vec<::core::primitive::u8>,
}
