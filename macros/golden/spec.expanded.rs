#[::core::prelude::v1::derive(::tencent_action::__private::Action)]
#[serde(rename_all = "PascalCase")]
#[tencent(
    action(
        service = "invented",
        version = "2020-01-01",
        spec = "../tests/specs/invented-2020-01-01.spec"
    )
)]
#[allow(dead_code, deprecated)]
struct AssignAddresses {
    #[tencent(client_token)]
    client_token: Option<String>,
    #[serde(rename = "IPv6")]
    ipv6: Vec<String>,
    instance_i_d: String,
    #[deny(deprecated)]
    old_name: Option<String>,
    r#type: String,
}

// ---- derived ----

#[automatically_derived]
impl ::tencent_action::Action for AssignAddresses {
    const SERVICE: &'static ::core::primitive::str = "invented";
    const VERSION: &'static ::core::primitive::str = "2020-01-01";
    const NAME: &'static ::core::primitive::str = "AssignAddresses";
    const FIELDS: &'static [::tencent_action::Field] = {
        let _ = Self::send;
        &[
            ::tencent_action::Field::new(
                "ClientToken",
                ::tencent_action::Kind::String,
                false,
            ),
            ::tencent_action::Field::new("IPv6", ::tencent_action::Kind::List, true),
            ::tencent_action::Field::new(
                "InstanceID",
                ::tencent_action::Kind::String,
                true,
            ),
            ::tencent_action::Field::new(
                "OldName",
                ::tencent_action::Kind::String,
                false,
            ),
            ::tencent_action::Field::new("Type", ::tencent_action::Kind::String, true),
        ]
    };
    const CLIENT_TOKEN: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::Some(
        "ClientToken",
    );
    type Response = ::tencent_action::Empty;
    type ErrorCode = ::tencent_action::CommonError;
    fn client_token(&self) -> ::core::option::Option<&::core::primitive::str> {
        <Option<String> as ::tencent_action::__private::Token>::token(&self.client_token)
    }
}
impl AssignAddresses {
    /// Calls `AssignAddresses` of `invented` with this request.
    ///
    /// The request is serialized here and now; it is sent when the call is awaited.
    ///
    /// # Errors
    ///
    /// Awaiting the call fails if the request can't be sent, or if the service refuses it.
    fn send(
        &self,
        client: &::tencent_action::Client,
    ) -> ::tencent_action::Call<::tencent_action::Reply<::tencent_action::Empty>> {
        ::tencent_action::Client::call(client, self)
    }
}
#[automatically_derived]
impl ::tencent_action::__private::serde::Serialize for AssignAddresses {
    fn serialize<__S>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        let mut __object = ::tencent_action::__private::Object::new(
            __serializer,
            "AssignAddresses",
        );
        while ::tencent_action::__private::Object::goes_on(&mut __object) {
            <Option<
                String,
            > as ::tencent_action::__private::Sent>::write(
                &self.client_token,
                &mut __object,
                "ClientToken",
                ::core::option::Option::is_some(&self.client_token),
            );
            <Vec<
                String,
            > as ::tencent_action::__private::Sent>::write(
                &self.ipv6,
                &mut __object,
                "IPv6",
                true,
            );
            <String as ::tencent_action::__private::Sent>::write(
                &self.instance_i_d,
                &mut __object,
                "InstanceID",
                true,
            );
            <Option<
                String,
            > as ::tencent_action::__private::Sent>::write(
                &self.old_name,
                &mut __object,
                "OldName",
                ::core::option::Option::is_some(&self.old_name),
            );
            <String as ::tencent_action::__private::Sent>::write(
                &self.r#type,
                &mut __object,
                "Type",
                true,
            );
        }
        ::tencent_action::__private::Object::end(__object)
    }
}
const _: () = {
    struct __Slots(
        Option<String>,
        ::core::option::Option<Vec<String>>,
        ::core::option::Option<String>,
        Option<String>,
        ::core::option::Option<String>,
    );
    #[automatically_derived]
    #[doc(hidden)]
    impl<'__de> ::tencent_action::__private::de::Members<'__de> for AssignAddresses
    where
        Option<String>: ::tencent_action::__private::serde::Deserialize<'__de>,
        Vec<String>: ::tencent_action::__private::serde::Deserialize<'__de>,
        String: ::tencent_action::__private::serde::Deserialize<'__de>,
    {
        const NAME: &'static ::core::primitive::str = "AssignAddresses";
        const NAMES: &'static [&'static ::core::primitive::str] = {
            const fn names() -> &'static [&'static ::core::primitive::str] {
                &["ClientToken", "IPv6", "InstanceID", "OldName", "Type"]
            }
            names()
        };
        const OWNERS: &'static [::core::primitive::usize] = &[];
        type Slots = __Slots;
        fn slots() -> Self::Slots {
            __Slots(
                ::core::option::Option::None,
                ::core::option::Option::None,
                ::core::option::Option::None,
                ::core::option::Option::None,
                ::core::option::Option::None,
            )
        }
        fn read<__A>(
            __slots: &mut Self::Slots,
            __index: ::core::primitive::usize,
            __map: &mut __A,
        ) -> ::core::result::Result<(), __A::Error>
        where
            __A: ::tencent_action::__private::serde::de::MapAccess<'__de>,
        {
            match __index {
                0usize => ::tencent_action::__private::de::set(&mut __slots.0, __map),
                1usize => {
                    ::tencent_action::__private::de::fill(&mut __slots.1, "IPv6", __map)
                }
                2usize => {
                    ::tencent_action::__private::de::fill(
                        &mut __slots.2,
                        "InstanceID",
                        __map,
                    )
                }
                3usize => ::tencent_action::__private::de::set(&mut __slots.3, __map),
                4usize => {
                    ::tencent_action::__private::de::fill(&mut __slots.4, "Type", __map)
                }
                _ => ::tencent_action::__private::de::skip(__map),
            }
        }
        fn complete<__E>(
            __slots: &mut Self::Slots,
            __finish: &mut ::tencent_action::__private::de::Finish<__E>,
        )
        where
            __E: ::tencent_action::__private::serde::de::Error,
        {
            ::tencent_action::__private::de::complete(&mut __slots.1, "IPv6", __finish);
            ::tencent_action::__private::de::complete(
                &mut __slots.2,
                "InstanceID",
                __finish,
            );
            ::tencent_action::__private::de::complete(&mut __slots.4, "Type", __finish);
        }
        fn build<__E>(__slots: Self::Slots) -> ::core::result::Result<Self, __E>
        where
            __E: ::tencent_action::__private::serde::de::Error,
        {
            match __slots {
                __Slots(
                    __0,
                    ::core::option::Option::Some(__1),
                    ::core::option::Option::Some(__2),
                    __3,
                    ::core::option::Option::Some(__4),
                ) => {
                    ::core::result::Result::Ok(Self {
                        client_token: __0,
                        ipv6: __1,
                        instance_i_d: __2,
                        old_name: __3,
                        r#type: __4,
                    })
                }
                _ => {
                    ::core::result::Result::Err(
                        ::tencent_action::__private::de::incomplete(),
                    )
                }
            }
        }
    }
};
#[automatically_derived]
impl<'__de> ::tencent_action::__private::serde::Deserialize<'__de> for AssignAddresses
where
    Option<String>: ::tencent_action::__private::serde::Deserialize<'__de>,
    Vec<String>: ::tencent_action::__private::serde::Deserialize<'__de>,
    String: ::tencent_action::__private::serde::Deserialize<'__de>,
{
    fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
    where
        __D: ::tencent_action::__private::serde::Deserializer<'__de>,
    {
        ::tencent_action::__private::de::deserialize(__deserializer)
    }
}
const _: &[::core::primitive::u8] = ::core::include_bytes!(
    "/macros/../tests/specs/invented-2020-01-01.spec"
);
#[deny(deprecated)]
const _: () = {
    struct AssignAddresses {
        #[deprecated(note = "invented 2020-01-01 marks `OldName` as deprecated")]
        old_name: (),
    }
    let _ = |old_name: ()| AssignAddresses { old_name };
};
