#[::core::prelude::v1::derive(::tencent_action::__private::Action)]
#[serde(rename_all = "PascalCase")]
#[tencent(
    action(
        service = "invented",
        version = "2020-01-01",
        spec = "../tests/specs/invented-2020-01-01.spec"
    )
)]
struct OldUpload {
    #[tencent(binary)]
    file: Vec<u8>,
}

// ---- derived ----

#[automatically_derived]
impl ::tencent_action::Action for OldUpload {
    const SERVICE: &'static ::core::primitive::str = "invented";
    const VERSION: &'static ::core::primitive::str = "2020-01-01";
    const NAME: &'static ::core::primitive::str = "OldUpload";
    const FIELDS: &'static [::tencent_action::Field] = {
        let _ = Self::send;
        &[::tencent_action::Field::new("File", ::tencent_action::Kind::Binary, true)]
    };
    const ENCODING: ::tencent_action::Encoding = ::tencent_action::Encoding::Multipart;
    type Response = ::tencent_action::Empty;
    type ErrorCode = ::tencent_action::CommonError;
}
impl OldUpload {
    /// Calls `OldUpload` of `invented` with this request.
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
impl ::tencent_action::__private::serde::Serialize for OldUpload {
    fn serialize<__S>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        let mut __object = ::tencent_action::__private::Object::new(
            __serializer,
            "OldUpload",
        );
        while ::tencent_action::__private::Object::goes_on(&mut __object) {
            <Vec<
                u8,
            > as ::tencent_action::__private::Binary>::write(
                &self.file,
                &mut __object,
                "File",
                true,
            );
        }
        ::tencent_action::__private::Object::end(__object)
    }
}
const _: () = {
    struct __Slots(::core::option::Option<Vec<u8>>);
    #[automatically_derived]
    #[doc(hidden)]
    impl<'__de> ::tencent_action::__private::de::Members<'__de> for OldUpload
    where
        Vec<u8>: ::tencent_action::__private::serde::Deserialize<'__de>,
    {
        const NAME: &'static ::core::primitive::str = "OldUpload";
        const NAMES: &'static [&'static ::core::primitive::str] = {
            const fn names() -> &'static [&'static ::core::primitive::str] {
                &["File"]
            }
            names()
        };
        const OWNERS: &'static [::core::primitive::usize] = &[];
        type Slots = __Slots;
        fn slots() -> Self::Slots {
            __Slots(::core::option::Option::None)
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
                    ::tencent_action::__private::de::fill(&mut __slots.0, "File", __map)
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
            ::tencent_action::__private::de::complete(&mut __slots.0, "File", __finish);
        }
        fn build<__E>(__slots: Self::Slots) -> ::core::result::Result<Self, __E>
        where
            __E: ::tencent_action::__private::serde::de::Error,
        {
            match __slots {
                __Slots(::core::option::Option::Some(__0)) => {
                    ::core::result::Result::Ok(Self { file: __0 })
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
impl<'__de> ::tencent_action::__private::serde::Deserialize<'__de> for OldUpload
where
    Vec<u8>: ::tencent_action::__private::serde::Deserialize<'__de>,
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
const _: () = {
    #[deprecated(note = "invented 2020-01-01 marks this action as deprecated")]
    struct OldUpload;
    let _: ::core::option::Option<OldUpload> = ::core::option::Option::None;
};
