#[::core::prelude::v1::derive(::tencent_action::__private::Action)]
#[serde(rename_all = "PascalCase")]
#[tencent(action(service = "cvm", version = "2017-03-12"))]
pub struct DescribeInstances<T: Clone = String, const N: usize = 2>
where
    T: Send,
{
    instance_ids: [T; N],
    limit: Option<T>,
}

// ---- derived ----

#[automatically_derived]
impl<T: Clone, const N: usize> ::tencent_action::Action for DescribeInstances<T, N>
where
    T: Send,
    T: ::tencent_action::__private::serde::Serialize,
    [T; N]: ::tencent_action::__private::serde::Serialize,
{
    const SERVICE: &'static ::core::primitive::str = "cvm";
    const VERSION: &'static ::core::primitive::str = "2017-03-12";
    const NAME: &'static ::core::primitive::str = "DescribeInstances";
    const FIELDS: &'static [::tencent_action::Field] = {
        let _ = Self::send;
        &[
            ::tencent_action::Field::new(
                "InstanceIds",
                ::tencent_action::Kind::List,
                true,
            ),
            ::tencent_action::Field::new("Limit", ::tencent_action::Kind::Any, false),
        ]
    };
    type Response = ::tencent_action::Empty;
    type ErrorCode = ::tencent_action::CommonError;
}
impl<T: Clone, const N: usize> DescribeInstances<T, N>
where
    T: Send,
    T: ::tencent_action::__private::serde::Serialize,
    [T; N]: ::tencent_action::__private::serde::Serialize,
{
    /// Calls `DescribeInstances` of `cvm` with this request.
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
impl<T: Clone, const N: usize> ::tencent_action::__private::serde::Serialize
for DescribeInstances<T, N>
where
    T: Send,
    T: ::tencent_action::__private::serde::Serialize,
    [T; N]: ::tencent_action::__private::serde::Serialize,
{
    fn serialize<__S>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        let mut __object = ::tencent_action::__private::Object::new(
            __serializer,
            "DescribeInstances",
        );
        while ::tencent_action::__private::Object::goes_on(&mut __object) {
            <[T; N] as ::tencent_action::__private::Sent>::write(
                &self.instance_ids,
                &mut __object,
                "InstanceIds",
                true,
            );
            <Option<
                T,
            > as ::tencent_action::__private::Sent>::write(
                &self.limit,
                &mut __object,
                "Limit",
                ::core::option::Option::is_some(&self.limit),
            );
        }
        ::tencent_action::__private::Object::end(__object)
    }
}
const _: () = {
    pub struct __Slots<T: Clone = String, const N: usize = 2>(
        ::core::option::Option<[T; N]>,
        Option<T>,
    )
    where
        T: Send;
    #[automatically_derived]
    #[doc(hidden)]
    impl<'__de, T: Clone, const N: usize> ::tencent_action::__private::de::Members<'__de>
    for DescribeInstances<T, N>
    where
        T: Send,
        [T; N]: ::tencent_action::__private::serde::Deserialize<'__de>,
        Option<T>: ::tencent_action::__private::serde::Deserialize<'__de>,
    {
        const NAME: &'static ::core::primitive::str = "DescribeInstances";
        const NAMES: &'static [&'static ::core::primitive::str] = {
            const fn names() -> &'static [&'static ::core::primitive::str] {
                &["InstanceIds", "Limit"]
            }
            names()
        };
        const OWNERS: &'static [::core::primitive::usize] = &[];
        type Slots = __Slots<T, N>;
        fn slots() -> Self::Slots {
            __Slots::<T, N>(::core::option::Option::None, ::core::option::Option::None)
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
                        "InstanceIds",
                        __map,
                    )
                }
                1usize => ::tencent_action::__private::de::set(&mut __slots.1, __map),
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
                "InstanceIds",
                __finish,
            );
        }
        fn build<__E>(__slots: Self::Slots) -> ::core::result::Result<Self, __E>
        where
            __E: ::tencent_action::__private::serde::de::Error,
        {
            match __slots {
                __Slots(::core::option::Option::Some(__0), __1) => {
                    ::core::result::Result::Ok(Self {
                        instance_ids: __0,
                        limit: __1,
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
impl<
    '__de,
    T: Clone,
    const N: usize,
> ::tencent_action::__private::serde::Deserialize<'__de> for DescribeInstances<T, N>
where
    T: Send,
    [T; N]: ::tencent_action::__private::serde::Deserialize<'__de>,
    Option<T>: ::tencent_action::__private::serde::Deserialize<'__de>,
{
    fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
    where
        __D: ::tencent_action::__private::serde::Deserializer<'__de>,
    {
        ::tencent_action::__private::de::deserialize(__deserializer)
    }
}
