//! Data and an action that serde's own derives write and read.

use super::names::*;

#[::tencent_action::tencent_data]
pub(in super::super) struct TaskDetail {
    pub(in super::super) client: ::std::string::String,
    #[serde(with = "seconds")]
    pub(in super::super) seconds: u64,
    limit: ::core::option::Option<u64>,
    status: super::words::Status,
    #[serde(flatten)]
    pub(in super::super) rest: ::std::collections::BTreeMap<::std::string::String, ::serde_json::Value>,
}

mod seconds {
    pub(super) fn serialize<S: ::serde::Serializer>(
        seconds: &u64,
        serializer: S,
    ) -> ::core::result::Result<S::Ok, S::Error> {
        serializer.collect_str(seconds)
    }

    pub(super) fn deserialize<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::core::result::Result<u64, D::Error> {
        let text = <::std::string::String as ::serde::Deserialize>::deserialize(deserializer)?;
        text.parse().map_err(::serde::de::Error::custom)
    }
}

#[::tencent_action::tencent_action(service = "cvm", version = "2017-03-12", response = TaskDetail, errors = super::words::Code)]
#[serde(deny_unknown_fields)]
pub(in super::super) struct DescribeTask {
    #[tencent(client_token)]
    pub(in super::super) client_token: ::core::option::Option<::std::string::String>,
    pub(in super::super) option: ::std::vec::Vec<bool>,
}
