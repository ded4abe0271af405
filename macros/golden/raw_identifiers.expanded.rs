#[::core::prelude::v1::derive(::tencent_action::__private::Action)]
#[serde(rename_all = "PascalCase")]
#[tencent(action(service = "cdb", version = "2017-03-20", action = "DescribeThings"))]
struct Things {
    r#type: String,
    instance_i_d: u64,
}

// ---- derived ----

#[automatically_derived]
impl ::tencent_action::Action for Things {
    const SERVICE: &'static ::core::primitive::str = "cdb";
    const VERSION: &'static ::core::primitive::str = "2017-03-20";
    const NAME: &'static ::core::primitive::str = "DescribeThings";
    const FIELDS: &'static [::tencent_action::Field] = {
        let _ = Self::send;
        &[
            ::tencent_action::Field::new("Type", ::tencent_action::Kind::String, true),
            ::tencent_action::Field::new(
                "InstanceID",
                ::tencent_action::Kind::Integer,
                true,
            ),
        ]
    };
    type Response = ::tencent_action::Empty;
    type ErrorCode = ::tencent_action::CommonError;
}
impl Things {
    /// Calls `DescribeThings` of `cdb` with this request.
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
impl ::tencent_action::__private::serde::Serialize for Things {
    fn serialize<__S>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        let mut __object = ::tencent_action::__private::Object::new(
            __serializer,
            "Things",
        );
        while ::tencent_action::__private::Object::goes_on(&mut __object) {
            <String as ::tencent_action::__private::Sent>::write(
                &self.r#type,
                &mut __object,
                "Type",
                true,
            );
            <u64 as ::tencent_action::__private::Sent>::write(
                &self.instance_i_d,
                &mut __object,
                "InstanceID",
                true,
            );
        }
        ::tencent_action::__private::Object::end(__object)
    }
}
const _: () = {
    struct __Slots(::core::option::Option<String>, ::core::option::Option<u64>);
    #[automatically_derived]
    #[doc(hidden)]
    impl<'__de> ::tencent_action::__private::de::Members<'__de> for Things
    where
        String: ::tencent_action::__private::serde::Deserialize<'__de>,
        u64: ::tencent_action::__private::serde::Deserialize<'__de>,
    {
        const NAME: &'static ::core::primitive::str = "Things";
        const NAMES: &'static [&'static ::core::primitive::str] = {
            const fn names() -> &'static [&'static ::core::primitive::str] {
                &["Type", "InstanceID"]
            }
            names()
        };
        const OWNERS: &'static [::core::primitive::usize] = &[];
        type Slots = __Slots;
        fn slots() -> Self::Slots {
            __Slots(::core::option::Option::None, ::core::option::Option::None)
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
                0usize => {
                    ::tencent_action::__private::de::fill(&mut __slots.0, "Type", __map)
                }
                1usize => {
                    ::tencent_action::__private::de::fill(
                        &mut __slots.1,
                        "InstanceID",
                        __map,
                    )
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
            ::tencent_action::__private::de::complete(&mut __slots.0, "Type", __finish);
            ::tencent_action::__private::de::complete(
                &mut __slots.1,
                "InstanceID",
                __finish,
            );
        }
        fn build<__E>(__slots: Self::Slots) -> ::core::result::Result<Self, __E>
        where
            __E: ::tencent_action::__private::serde::de::Error,
        {
            match __slots {
                __Slots(
                    ::core::option::Option::Some(__0),
                    ::core::option::Option::Some(__1),
                ) => {
                    ::core::result::Result::Ok(Self {
                        r#type: __0,
                        instance_i_d: __1,
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
impl<'__de> ::tencent_action::__private::serde::Deserialize<'__de> for Things
where
    String: ::tencent_action::__private::serde::Deserialize<'__de>,
    u64: ::tencent_action::__private::serde::Deserialize<'__de>,
{
    fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
    where
        __D: ::tencent_action::__private::serde::Deserializer<'__de>,
    {
        ::tencent_action::__private::de::deserialize(__deserializer)
    }
}
