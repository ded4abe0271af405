#[::core::prelude::v1::derive(::tencent_action::__private::Data)]
#[serde(rename_all = "PascalCase")]
#[tencent(data())]
pub struct MediaInfo<T> {
    pub file_id: String,
    pub r#type: Option<String>,
    #[serde(with = "seconds")]
    pub duration: Option<Duration>,
    pub tags: Vec<T>,
    #[serde(flatten)]
    pub rest: HashMap<String, Box<Self>>,
}

// ---- derived ----

#[automatically_derived]
impl<T> ::tencent_action::Data for MediaInfo<T> {
    const FIELDS: &'static [::tencent_action::Field] = &[
        ::tencent_action::Field::new("FileId", ::tencent_action::Kind::String, true),
        ::tencent_action::Field::new("Type", ::tencent_action::Kind::String, false),
        ::tencent_action::Field::new("Duration", ::tencent_action::Kind::Any, false),
        ::tencent_action::Field::new("Tags", ::tencent_action::Kind::List, true),
    ];
}
const _: () = {
    use ::tencent_action::__private::serde as __serde;
    #[::core::prelude::v1::derive(__serde::Serialize, __serde::Deserialize)]
    #[serde(
        crate = "__serde",
        remote = "MediaInfo",
        rename = "MediaInfo",
        bound(
            serialize = "T : __serde :: Serialize",
            deserialize = "T : __serde :: Deserialize < 'de >"
        ),
        expecting = "an object (MediaInfo)"
    )]
    #[serde(rename_all = "PascalCase")]
    struct __Mirror<T> {
        file_id: String,
        #[serde(skip_serializing_if = "::core::option::Option::is_none")]
        #[serde(default)]
        r#type: Option<String>,
        #[serde(with = "seconds")]
        #[serde(skip_serializing_if = "::core::option::Option::is_none")]
        #[serde(default)]
        duration: Option<Duration>,
        #[serde(default)]
        tags: Vec<T>,
        #[serde(flatten)]
        rest: HashMap<String, Box<MediaInfo<T>>>,
    }
    #[automatically_derived]
    impl<T> ::tencent_action::__private::serde::Serialize for MediaInfo<T>
    where
        T: ::tencent_action::__private::serde::Serialize,
    {
        fn serialize<__S>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error>
        where
            __S: ::tencent_action::__private::serde::Serializer,
        {
            __Mirror::<T>::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'de, T> ::tencent_action::__private::serde::Deserialize<'de> for MediaInfo<T>
    where
        T: ::tencent_action::__private::serde::Deserialize<'de>,
    {
        fn deserialize<__D>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error>
        where
            __D: ::tencent_action::__private::serde::Deserializer<'de>,
        {
            __Mirror::<
                T,
            >::deserialize(::tencent_action::__private::de::Guard(__deserializer))
        }
    }
};
