#[::core::prelude::v1::derive(::tencent_action::__private::Action)]
#[serde(rename_all = "PascalCase")]
#[tencent(
    action(
        service = "invented",
        version = "2020-01-01",
        spec = "../tests/specs/invented-2020-01-01.spec"
    )
)]
struct AssignAddresses {
    ipv6: Vec<String>,
    instance_id: Option<String>,
    #[serde(rename = "Prot")]
    port: Option<u64>,
    weight: Option<u32>,
    nonsense: bool,
}

// ---- derived ----

::core::compile_error! {
    "`ipv6` goes over the wire as `Ipv6`, which `AssignAddresses` doesn't have; did you mean `IPv6`? Add `#[serde(rename = \"IPv6\")]`"
}
::core::compile_error! {
    "`instance_id` goes over the wire as `InstanceId`, which `AssignAddresses` doesn't have; did you mean `InstanceID`? Add `#[serde(rename = \"InstanceID\")]`"
}
::core::compile_error! {
    "`AssignAddresses` has no `Prot`; not declared yet: `ClientToken`, `OldName`, `Port`, `Type`"
}
::core::compile_error! {
    "`Weight` of `AssignAddresses` is `float`, which this isn't: make it `Option<f64>`"
}
::core::compile_error! {
    "`nonsense` goes over the wire as `Nonsense`, which `AssignAddresses` doesn't have; not declared yet: `ClientToken`, `OldName`, `Port`, `Type`"
}
::core::compile_error! {
    "`ClientToken` is required by `AssignAddresses`: add `client_token: String`"
}
::core::compile_error! {
    "`Type` is required by `AssignAddresses`: add `r#type: String`"
}
#[automatically_derived]
impl ::tencent_action::__private::serde::Serialize for AssignAddresses {
    fn serialize<__S>(&self, _: __S) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        ::core::result::Result::Err(
            ::tencent_action::__private::serde::ser::Error::custom("faulty declaration"),
        )
    }
}
#[automatically_derived]
impl<'__de> ::tencent_action::__private::serde::Deserialize<'__de> for AssignAddresses {
    fn deserialize<__D>(_: __D) -> ::core::result::Result<Self, __D::Error>
    where
        __D: ::tencent_action::__private::serde::Deserializer<'__de>,
    {
        ::core::result::Result::Err(
            ::tencent_action::__private::serde::de::Error::custom("faulty declaration"),
        )
    }
}
#[automatically_derived]
impl ::tencent_action::Action for AssignAddresses {
    const SERVICE: &'static ::core::primitive::str = "";
    const VERSION: &'static ::core::primitive::str = "";
    const NAME: &'static ::core::primitive::str = "";
    const FIELDS: &'static [::tencent_action::Field] = {
        let _ = Self::send;
        &[]
    };
    type Response = ::tencent_action::Empty;
    type ErrorCode = ::tencent_action::CommonError;
}
impl AssignAddresses {
    /// Calls the action, once the faults of its declaration are mended.
    fn send(
        &self,
        client: &::tencent_action::Client,
    ) -> ::tencent_action::Call<::tencent_action::Reply<::tencent_action::Empty>> {
        ::tencent_action::Client::call(client, self)
    }
}
