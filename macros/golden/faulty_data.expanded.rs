::core::compile_error! {
    "`tencent_data` already implements `Serialize`: remove it from this derive"
}
#[::core::prelude::v1::derive(::tencent_action::__private::Data)]
#[tencent(data(service = "vod"))]
#[derive(Debug)]
pub enum TaskStatus {
    Waiting,
    Other { value: String },
}

// ---- derived ----

::core::compile_error! {
    "`service` is an argument of `tencent_action`: remove it"
}
::core::compile_error! {
    "a variant is a word, without fields, or keeps unknown values, as in `Other(String)`"
}
#[automatically_derived]
impl ::tencent_action::__private::serde::Serialize for TaskStatus {
    fn serialize<__S>(&self, _: __S) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        ::core::result::Result::Err(
            ::tencent_action::__private::serde::ser::Error::custom("faulty declaration"),
        )
    }
}
#[automatically_derived]
impl<'__de> ::tencent_action::__private::serde::Deserialize<'__de> for TaskStatus {
    fn deserialize<__D>(_: __D) -> ::core::result::Result<Self, __D::Error>
    where
        __D: ::tencent_action::__private::serde::Deserializer<'__de>,
    {
        ::core::result::Result::Err(
            ::tencent_action::__private::serde::de::Error::custom("faulty declaration"),
        )
    }
}
impl TaskStatus {
    /// The text, once the faults of the declaration are mended.
    #[must_use]
    pub fn as_str(&self) -> &::core::primitive::str {
        ""
    }
}
#[automatically_derived]
impl ::core::convert::AsRef<::core::primitive::str> for TaskStatus {
    fn as_ref(&self) -> &::core::primitive::str {
        Self::as_str(self)
    }
}
#[automatically_derived]
impl ::core::fmt::Display for TaskStatus {
    fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::result::Result::Ok(())
    }
}
#[automatically_derived]
impl ::core::convert::From<&::core::primitive::str> for TaskStatus {
    fn from(_: &::core::primitive::str) -> Self {
        ::core::unreachable!()
    }
}
