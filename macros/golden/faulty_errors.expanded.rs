#[::core::prelude::v1::derive(::tencent_action::__private::Errors)]
#[tencent(errors())]
enum ManageTaskError {
    #[tencent(cod = "FailedOperation")]
    Failed,
    Other(String),
}

// ---- derived ----

::core::compile_error! {
    "unknown tencent attribute `cod` on a variant, did you mean `code`?"
}
impl ManageTaskError {
    /// The text, once the faults of the declaration are mended.
    #[must_use]
    fn as_str(&self) -> &::core::primitive::str {
        ""
    }
}
#[automatically_derived]
impl ::core::convert::AsRef<::core::primitive::str> for ManageTaskError {
    fn as_ref(&self) -> &::core::primitive::str {
        Self::as_str(self)
    }
}
#[automatically_derived]
impl ::core::fmt::Display for ManageTaskError {
    fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::result::Result::Ok(())
    }
}
#[automatically_derived]
impl ::core::convert::From<&::core::primitive::str> for ManageTaskError {
    fn from(_: &::core::primitive::str) -> Self {
        ::core::unreachable!()
    }
}
#[automatically_derived]
impl ::tencent_action::ErrorCode for ManageTaskError {
    const CODES: &'static [&'static ::core::primitive::str] = &[];
}
