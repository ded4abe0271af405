#[::core::prelude::v1::derive(::tencent_action::__private::Data)]
#[tencent(data())]
#[derive(Debug, Clone, PartialEq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum TaskStatus {
    Waiting,
    #[serde(rename = "PROCESSING", alias = "RUNNING")]
    Running,
    Other(String),
}

// ---- derived ----

impl TaskStatus {
    /// The value as it goes over the wire.
    #[must_use]
    pub fn as_str(&self) -> &::core::primitive::str {
        match self {
            Self::Waiting => "WAITING",
            Self::Running => "PROCESSING",
            Self::Other(__kept) => {
                <String as ::tencent_action::__private::Kept>::text(__kept)
            }
        }
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
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Formatter::pad(__f, Self::as_str(self))
    }
}
#[automatically_derived]
impl ::core::convert::From<&::core::primitive::str> for TaskStatus {
    fn from(__text: &::core::primitive::str) -> Self {
        match __text {
            "WAITING" => Self::Waiting,
            "PROCESSING" | "RUNNING" => Self::Running,
            _ => Self::Other(<String as ::tencent_action::__private::Kept>::keep(__text)),
        }
    }
}
#[automatically_derived]
impl ::tencent_action::__private::serde::Serialize for TaskStatus {
    fn serialize<__S>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        ::tencent_action::__private::serde::Serializer::serialize_str(
            __serializer,
            Self::as_str(self),
        )
    }
}
#[automatically_derived]
impl<'__de> ::tencent_action::__private::serde::Deserialize<'__de> for TaskStatus {
    fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
    where
        __D: ::tencent_action::__private::serde::Deserializer<'__de>,
    {
        ::tencent_action::__private::de::word(__deserializer, "TaskStatus")
    }
}
