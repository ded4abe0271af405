#[::core::prelude::v1::derive(::tencent_action::__private::Action)]
#[tencent(action(service = "cwp", version = "2018-02-28"))]
#[serde(rename_all = "camelCase")]
struct ModifyThing {
    #[serde(rename = "hadAutoFixVul")]
    had: bool,
    #[serde(alias = "Old", alias = "Older", default)]
    new: Vec<String>,
    #[serde(default = "ten", skip_serializing_if = "crate::is_ten")]
    limit: u64,
}

// ---- derived ----

#[automatically_derived]
impl ::tencent_action::Action for ModifyThing {
    const SERVICE: &'static ::core::primitive::str = "cwp";
    const VERSION: &'static ::core::primitive::str = "2018-02-28";
    const NAME: &'static ::core::primitive::str = "ModifyThing";
    const FIELDS: &'static [::tencent_action::Field] = {
        let _ = Self::send;
        &[
            ::tencent_action::Field::new(
                "hadAutoFixVul",
                ::tencent_action::Kind::Boolean,
                true,
            ),
            ::tencent_action::Field::new("new", ::tencent_action::Kind::List, false),
            ::tencent_action::Field::new("limit", ::tencent_action::Kind::Integer, false),
        ]
    };
    type Response = ::tencent_action::Empty;
    type ErrorCode = ::tencent_action::CommonError;
}
impl ModifyThing {
    /// Calls `ModifyThing` of `cwp` with this request.
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
impl ::tencent_action::__private::serde::Serialize for ModifyThing {
    fn serialize<__S>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        let mut __object = ::tencent_action::__private::Object::new(
            __serializer,
            "ModifyThing",
        );
        while ::tencent_action::__private::Object::goes_on(&mut __object) {
            <bool as ::tencent_action::__private::Sent>::write(
                &self.had,
                &mut __object,
                "hadAutoFixVul",
                true,
            );
            <Vec<
                String,
            > as ::tencent_action::__private::Sent>::write(
                &self.new,
                &mut __object,
                "new",
                true,
            );
            <u64 as ::tencent_action::__private::Sent>::write(
                &self.limit,
                &mut __object,
                "limit",
                !crate::is_ten(&self.limit),
            );
        }
        ::tencent_action::__private::Object::end(__object)
    }
}
const _: () = {
    struct __Slots(
        ::core::option::Option<bool>,
        ::core::option::Option<Vec<String>>,
        ::core::option::Option<u64>,
    );
    #[automatically_derived]
    #[doc(hidden)]
    impl<'__de> ::tencent_action::__private::de::Members<'__de> for ModifyThing
    where
        bool: ::tencent_action::__private::serde::Deserialize<'__de>,
        Vec<String>: ::tencent_action::__private::serde::Deserialize<'__de>,
        u64: ::tencent_action::__private::serde::Deserialize<'__de>,
    {
        const NAME: &'static ::core::primitive::str = "ModifyThing";
        const NAMES: &'static [&'static ::core::primitive::str] = {
            const fn names() -> &'static [&'static ::core::primitive::str] {
                &["hadAutoFixVul", "new", "limit", "Old", "Older"]
            }
            names()
        };
        const OWNERS: &'static [::core::primitive::usize] = &[1usize, 1usize];
        type Slots = __Slots;
        fn slots() -> Self::Slots {
            __Slots(
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
                0usize => {
                    ::tencent_action::__private::de::fill(
                        &mut __slots.0,
                        "hadAutoFixVul",
                        __map,
                    )
                }
                1usize => {
                    ::tencent_action::__private::de::fill(&mut __slots.1, "new", __map)
                }
                2usize => {
                    ::tencent_action::__private::de::fill(&mut __slots.2, "limit", __map)
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
            ::tencent_action::__private::de::complete(
                &mut __slots.0,
                "hadAutoFixVul",
                __finish,
            );
        }
        fn build<__E>(__slots: Self::Slots) -> ::core::result::Result<Self, __E>
        where
            __E: ::tencent_action::__private::serde::de::Error,
        {
            match __slots {
                __Slots(::core::option::Option::Some(__0), __1, __2) => {
                    ::core::result::Result::Ok(Self {
                        had: __0,
                        new: ::tencent_action::__private::de::or_else(
                            __1,
                            || ::core::default::Default::default(),
                        ),
                        limit: ::tencent_action::__private::de::or_else(__2, ten),
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
impl<'__de> ::tencent_action::__private::serde::Deserialize<'__de> for ModifyThing
where
    bool: ::tencent_action::__private::serde::Deserialize<'__de>,
    Vec<String>: ::tencent_action::__private::serde::Deserialize<'__de>,
    u64: ::tencent_action::__private::serde::Deserialize<'__de>,
{
    fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
    where
        __D: ::tencent_action::__private::serde::Deserializer<'__de>,
    {
        ::tencent_action::__private::de::deserialize(__deserializer)
    }
}
