#[::core::prelude::v1::derive(::tencent_action::__private::Action)]
#[serde(rename_all = "PascalCase")]
#[tencent(
    action(
        service = "cvm",
        version = "2017-03-12",
        response = RunInstancesReply,
        errors = RunInstancesError,
        stream = RunInstancesChunk,
        rate_limit = 10,
        idempotent
    )
)]
struct RunInstances {
    #[tencent(client_token)]
    client_token: Option<String>,
}

// ---- derived ----

#[automatically_derived]
impl ::tencent_action::Action for RunInstances {
    const SERVICE: &'static ::core::primitive::str = "cvm";
    const VERSION: &'static ::core::primitive::str = "2017-03-12";
    const NAME: &'static ::core::primitive::str = "RunInstances";
    const FIELDS: &'static [::tencent_action::Field] = {
        let _ = Self::send;
        let _ = Self::stream;
        &[
            ::tencent_action::Field::new(
                "ClientToken",
                ::tencent_action::Kind::String,
                false,
            ),
        ]
    };
    const RATE_LIMIT: ::core::option::Option<::core::num::NonZeroU32> = ::core::num::NonZeroU32::new(
        10u32,
    );
    const IDEMPOTENT: ::core::primitive::bool = true;
    const CLIENT_TOKEN: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::Some(
        "ClientToken",
    );
    type Response = RunInstancesReply;
    type ErrorCode = RunInstancesError;
    fn client_token(&self) -> ::core::option::Option<&::core::primitive::str> {
        <Option<String> as ::tencent_action::__private::Token>::token(&self.client_token)
    }
}
impl RunInstances {
    /// Calls `RunInstances` of `cvm` with this request.
    ///
    /// The request is serialized here and now; it is sent when the call is awaited.
    ///
    /// # Errors
    ///
    /// Awaiting the call fails if the request can't be sent, or if the service refuses it.
    fn send(
        &self,
        client: &::tencent_action::Client,
    ) -> ::tencent_action::Call<::tencent_action::Reply<RunInstancesReply>> {
        ::tencent_action::Client::call(client, self)
    }
    /// Calls `RunInstances` of `cvm` with this request, and reads the answer as it comes.
    ///
    /// The request is serialized here and now; it is sent when the call is awaited, which gives the stream.
    ///
    /// # Errors
    ///
    /// Awaiting the call fails if the request can't be sent, or if the service refuses it.
    fn stream(
        &self,
        client: &::tencent_action::Client,
    ) -> ::tencent_action::Call<::tencent_action::EventStream<RunInstancesChunk>> {
        ::tencent_action::Client::stream(client, self)
    }
}
#[automatically_derived]
impl ::tencent_action::StreamingAction for RunInstances {
    type Chunk = RunInstancesChunk;
}
#[automatically_derived]
impl ::tencent_action::__private::serde::Serialize for RunInstances {
    fn serialize<__S>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        let mut __object = ::tencent_action::__private::Object::new(
            __serializer,
            "RunInstances",
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
        }
        ::tencent_action::__private::Object::end(__object)
    }
}
const _: () = {
    #[automatically_derived]
    #[doc(hidden)]
    impl<'__de> ::tencent_action::__private::de::Members<'__de> for RunInstances
    where
        Option<String>: ::tencent_action::__private::serde::Deserialize<'__de>,
    {
        const NAME: &'static ::core::primitive::str = "RunInstances";
        const NAMES: &'static [&'static ::core::primitive::str] = {
            const fn names() -> &'static [&'static ::core::primitive::str] {
                &["ClientToken"]
            }
            names()
        };
        const OWNERS: &'static [::core::primitive::usize] = &[];
        type Slots = Self;
        fn slots() -> Self::Slots {
            Self {
                client_token: ::core::option::Option::None,
            }
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
                    ::tencent_action::__private::de::set(
                        &mut __slots.client_token,
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
impl<'__de> ::tencent_action::__private::serde::Deserialize<'__de> for RunInstances
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
