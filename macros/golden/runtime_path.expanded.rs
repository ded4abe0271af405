#[::core::prelude::v1::derive(crate::cloud::tencent::__private::Action)]
#[serde(rename_all = "PascalCase")]
#[tencent(
    action(service = "vod", version = "2018-07-17", crate = crate::cloud::tencent)
)]
struct DescribeTasks {
    limit: Option<u64>,
}

// ---- derived ----

#[automatically_derived]
impl crate::cloud::tencent::Action for DescribeTasks {
    const SERVICE: &'static ::core::primitive::str = "vod";
    const VERSION: &'static ::core::primitive::str = "2018-07-17";
    const NAME: &'static ::core::primitive::str = "DescribeTasks";
    const FIELDS: &'static [crate::cloud::tencent::Field] = {
        let _ = Self::send;
        &[
            crate::cloud::tencent::Field::new(
                "Limit",
                crate::cloud::tencent::Kind::Integer,
                false,
            ),
        ]
    };
    type Response = crate::cloud::tencent::Empty;
    type ErrorCode = crate::cloud::tencent::CommonError;
}
impl DescribeTasks {
    /// Calls `DescribeTasks` of `vod` with this request.
    ///
    /// The request is serialized here and now; it is sent when the call is awaited.
    ///
    /// # Errors
    ///
    /// Awaiting the call fails if the request can't be sent, or if the service refuses it.
    fn send(
        &self,
        client: &crate::cloud::tencent::Client,
    ) -> crate::cloud::tencent::Call<
        crate::cloud::tencent::Reply<crate::cloud::tencent::Empty>,
    > {
        crate::cloud::tencent::Client::call(client, self)
    }
}
#[automatically_derived]
impl crate::cloud::tencent::__private::serde::Serialize for DescribeTasks {
    fn serialize<__S>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: crate::cloud::tencent::__private::serde::Serializer,
    {
        let mut __object = crate::cloud::tencent::__private::Object::new(
            __serializer,
            "DescribeTasks",
        );
        while crate::cloud::tencent::__private::Object::goes_on(&mut __object) {
            <Option<
                u64,
            > as crate::cloud::tencent::__private::Sent>::write(
                &self.limit,
                &mut __object,
                "Limit",
                ::core::option::Option::is_some(&self.limit),
            );
        }
        crate::cloud::tencent::__private::Object::end(__object)
    }
}
const _: () = {
    #[automatically_derived]
    #[doc(hidden)]
    impl<'__de> crate::cloud::tencent::__private::de::Members<'__de> for DescribeTasks
    where
        Option<u64>: crate::cloud::tencent::__private::serde::Deserialize<'__de>,
    {
        const NAME: &'static ::core::primitive::str = "DescribeTasks";
        const NAMES: &'static [&'static ::core::primitive::str] = {
            const fn names() -> &'static [&'static ::core::primitive::str] {
                &["Limit"]
            }
            names()
        };
        const OWNERS: &'static [::core::primitive::usize] = &[];
        type Slots = Self;
        fn slots() -> Self::Slots {
            Self {
                limit: ::core::option::Option::None,
            }
        }
        fn read<__A>(
            __slots: &mut Self::Slots,
            __index: ::core::primitive::usize,
            __map: &mut __A,
        ) -> ::core::result::Result<(), __A::Error>
        where
            __A: crate::cloud::tencent::__private::serde::de::MapAccess<'__de>,
        {
            match __index {
                0usize => {
                    crate::cloud::tencent::__private::de::set(&mut __slots.limit, __map)
                }
                _ => crate::cloud::tencent::__private::de::skip(__map),
            }
        }
        fn complete<__E>(
            __slots: &mut Self::Slots,
            __finish: &mut crate::cloud::tencent::__private::de::Finish<__E>,
        )
        where
            __E: crate::cloud::tencent::__private::serde::de::Error,
        {}
        fn build<__E>(__slots: Self::Slots) -> ::core::result::Result<Self, __E>
        where
            __E: crate::cloud::tencent::__private::serde::de::Error,
        {
            ::core::result::Result::Ok(__slots)
        }
    }
};
#[automatically_derived]
impl<'__de> crate::cloud::tencent::__private::serde::Deserialize<'__de> for DescribeTasks
where
    Option<u64>: crate::cloud::tencent::__private::serde::Deserialize<'__de>,
{
    fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
    where
        __D: crate::cloud::tencent::__private::serde::Deserializer<'__de>,
    {
        crate::cloud::tencent::__private::de::deserialize(__deserializer)
    }
}
