#[::core::prelude::v1::derive(::tencent_action::__private::Action)]
#[serde(rename_all = "PascalCase")]
#[tencent(action(service = "cls", version = "2020-10-16"))]
pub struct SearchTree {
    pub name: Option<String>,
    branches: Vec<SearchTree>,
    next: Option<Box<Self>>,
}

// ---- derived ----

#[automatically_derived]
impl ::tencent_action::Action for SearchTree {
    const SERVICE: &'static ::core::primitive::str = "cls";
    const VERSION: &'static ::core::primitive::str = "2020-10-16";
    const NAME: &'static ::core::primitive::str = "SearchTree";
    const FIELDS: &'static [::tencent_action::Field] = {
        let _ = Self::send;
        &[
            ::tencent_action::Field::new("Name", ::tencent_action::Kind::String, false),
            ::tencent_action::Field::new("Branches", ::tencent_action::Kind::List, true),
            ::tencent_action::Field::new("Next", ::tencent_action::Kind::Any, false),
        ]
    };
    type Response = ::tencent_action::Empty;
    type ErrorCode = ::tencent_action::CommonError;
}
impl SearchTree {
    /// Calls `SearchTree` of `cls` with this request.
    ///
    /// The request is serialized here and now; it is sent when the call is awaited.
    ///
    /// # Errors
    ///
    /// Awaiting the call fails if the request can't be sent, or if the service refuses it.
    pub fn send(
        &self,
        client: &::tencent_action::Client,
    ) -> ::tencent_action::Call<::tencent_action::Reply<::tencent_action::Empty>> {
        ::tencent_action::Client::call(client, self)
    }
}
#[automatically_derived]
impl ::tencent_action::__private::serde::Serialize for SearchTree {
    fn serialize<__S>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        let mut __object = ::tencent_action::__private::Object::new(
            __serializer,
            "SearchTree",
        );
        while ::tencent_action::__private::Object::goes_on(&mut __object) {
            <Option<
                String,
            > as ::tencent_action::__private::Sent>::write(
                &self.name,
                &mut __object,
                "Name",
                ::core::option::Option::is_some(&self.name),
            );
            <Vec<
                SearchTree,
            > as ::tencent_action::__private::Sent>::write(
                &self.branches,
                &mut __object,
                "Branches",
                true,
            );
            <Option<
                Box<Self>,
            > as ::tencent_action::__private::Sent>::write(
                &self.next,
                &mut __object,
                "Next",
                ::core::option::Option::is_some(&self.next),
            );
        }
        ::tencent_action::__private::Object::end(__object)
    }
}
const _: () = {
    pub struct __Slots(
        Option<String>,
        ::core::option::Option<Vec<SearchTree>>,
        Option<Box<SearchTree>>,
    );
    #[automatically_derived]
    #[doc(hidden)]
    impl<'__de> ::tencent_action::__private::de::Members<'__de> for SearchTree
    where
        Option<String>: ::tencent_action::__private::serde::Deserialize<'__de>,
    {
        const NAME: &'static ::core::primitive::str = "SearchTree";
        const NAMES: &'static [&'static ::core::primitive::str] = {
            const fn names() -> &'static [&'static ::core::primitive::str] {
                &["Name", "Branches", "Next"]
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
                    ::tencent_action::__private::de::fill(
                        &mut __slots.1,
                        "Branches",
                        __map,
                    )
                }
                2usize => ::tencent_action::__private::de::set(&mut __slots.2, __map),
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
                &mut __slots.1,
                "Branches",
                __finish,
            );
        }
        fn build<__E>(__slots: Self::Slots) -> ::core::result::Result<Self, __E>
        where
            __E: ::tencent_action::__private::serde::de::Error,
        {
            match __slots {
                __Slots(__0, ::core::option::Option::Some(__1), __2) => {
                    ::core::result::Result::Ok(Self {
                        name: __0,
                        branches: __1,
                        next: __2,
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
impl<'__de> ::tencent_action::__private::serde::Deserialize<'__de> for SearchTree
where
    Option<String>: ::tencent_action::__private::serde::Deserialize<'__de>,
{
    fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
    where
        __D: ::tencent_action::__private::serde::Deserializer<'__de>,
    {
        ::tencent_action::__private::de::deserialize(__deserializer)
    }
}
