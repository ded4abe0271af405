#[::core::prelude::v1::derive(::tencent_action::__private::Data)]
#[serde(rename_all = "PascalCase")]
#[tencent(data())]
struct Extent {
    #[serde(with = "seconds")]
    length: Duration,
}

// ---- derived ----

#[automatically_derived]
impl ::tencent_action::Data for Extent {
    const FIELDS: &'static [::tencent_action::Field] = &[
        ::tencent_action::Field::new("Length", ::tencent_action::Kind::Any, true),
    ];
}
const _: () = {
    use ::tencent_action::__private::serde as __serde;
    #[::core::prelude::v1::derive(__serde::Serialize, __serde::Deserialize)]
    #[serde(
        crate = "__serde",
        remote = "Extent",
        rename = "Extent",
        bound(serialize = "", deserialize = ""),
        expecting = "an object (Extent)"
    )]
    #[serde(rename_all = "PascalCase")]
    struct __Mirror {
        #[serde(with = "seconds")]
        length: Duration,
    }
    trait __Faulty {
        fn serialize<__T, __S>(
            _: &__T,
            _: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error>
        where
            __S: ::tencent_action::__private::serde::Serializer,
        {
            ::core::result::Result::Err(
                ::tencent_action::__private::serde::ser::Error::custom(
                    "faulty declaration",
                ),
            )
        }
        fn deserialize<'de, __T, __D>(_: __D) -> ::core::result::Result<__T, __D::Error>
        where
            __D: ::tencent_action::__private::serde::Deserializer<'de>,
        {
            ::core::result::Result::Err(
                ::tencent_action::__private::serde::de::Error::custom(
                    "faulty declaration",
                ),
            )
        }
    }
    #[automatically_derived]
    impl __Faulty for __Mirror {}
    #[automatically_derived]
    impl ::tencent_action::__private::serde::Serialize for Extent {
        fn serialize<__S>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error>
        where
            __S: ::tencent_action::__private::serde::Serializer,
        {
            __Mirror::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'de> ::tencent_action::__private::serde::Deserialize<'de> for Extent {
        fn deserialize<__D>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error>
        where
            __D: ::tencent_action::__private::serde::Deserializer<'de>,
        {
            __Mirror::deserialize(::tencent_action::__private::de::Guard(__deserializer))
        }
    }
};
