#[::core::prelude::v1::derive(::tencent_action::__private::Action)]
#[serde(rename_all = "PascalCase")]
#[tencent(action(service = "sts", version = "2018-08-13", response = CallerIdentity))]
pub(crate) struct GetCallerIdentity;

// ---- derived ----

#[automatically_derived]
impl ::tencent_action::Action for GetCallerIdentity {
    const SERVICE: &'static ::core::primitive::str = "sts";
    const VERSION: &'static ::core::primitive::str = "2018-08-13";
    const NAME: &'static ::core::primitive::str = "GetCallerIdentity";
    const FIELDS: &'static [::tencent_action::Field] = {
        let _ = Self::send;
        &[]
    };
    type Response = CallerIdentity;
    type ErrorCode = ::tencent_action::CommonError;
}
impl GetCallerIdentity {
    /// Calls `GetCallerIdentity` of `sts` with this request.
    ///
    /// The request is serialized here and now; it is sent when the call is awaited.
    ///
    /// # Errors
    ///
    /// Awaiting the call fails if the request can't be sent, or if the service refuses it.
    pub(crate) fn send(
        &self,
        client: &::tencent_action::Client,
    ) -> ::tencent_action::Call<::tencent_action::Reply<CallerIdentity>> {
        ::tencent_action::Client::call(client, self)
    }
}
#[automatically_derived]
impl ::tencent_action::__private::serde::Serialize for GetCallerIdentity {
    fn serialize<__S>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        let mut __object = ::tencent_action::__private::Object::new(
            __serializer,
            "GetCallerIdentity",
        );
        while ::tencent_action::__private::Object::goes_on(&mut __object) {}
        ::tencent_action::__private::Object::end(__object)
    }
}
const _: () = {
    #[automatically_derived]
    #[doc(hidden)]
    impl<'__de> ::tencent_action::__private::de::Members<'__de> for GetCallerIdentity {
        const NAME: &'static ::core::primitive::str = "GetCallerIdentity";
        const NAMES: &'static [&'static ::core::primitive::str] = {
            const fn names() -> &'static [&'static ::core::primitive::str] {
                &[]
            }
            names()
        };
        const OWNERS: &'static [::core::primitive::usize] = &[];
        type Slots = Self;
        fn slots() -> Self::Slots {
            Self {}
        }
        fn read<__A>(
            __slots: &mut Self::Slots,
            __index: ::core::primitive::usize,
            __map: &mut __A,
        ) -> ::core::result::Result<(), __A::Error>
        where
            __A: ::tencent_action::__private::serde::de::MapAccess<'__de>,
        {
            ::tencent_action::__private::de::skip(__map)
        }
        fn complete<__E>(
            __slots: &mut Self::Slots,
            __finish: &mut ::tencent_action::__private::de::Finish<__E>,
        )
        where
            __E: ::tencent_action::__private::serde::de::Error,
        {}
        fn build<__E>(__slots: Self::Slots) -> ::core::result::Result<Self, __E>
        where
            __E: ::tencent_action::__private::serde::de::Error,
        {
            ::core::result::Result::Ok(__slots)
        }
    }
};
#[automatically_derived]
impl<'__de> ::tencent_action::__private::serde::Deserialize<'__de>
for GetCallerIdentity {
    fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
    where
        __D: ::tencent_action::__private::serde::Deserializer<'__de>,
    {
        ::tencent_action::__private::de::deserialize(__deserializer)
    }
}
