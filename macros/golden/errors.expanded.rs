#[::core::prelude::v1::derive(::tencent_action::__private::Errors)]
#[tencent(errors())]
#[derive(Debug, PartialEq)]
pub enum ManageTaskError {
    FailedOperation,
    #[tencent(code = "InvalidParameterValue.TaskId")]
    TaskId,
    Other(CommonError),
}

// ---- derived ----

impl ManageTaskError {
    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &::core::primitive::str {
        match self {
            Self::FailedOperation => "FailedOperation",
            Self::TaskId => "InvalidParameterValue.TaskId",
            Self::Other(__kept) => {
                <CommonError as ::tencent_action::__private::Kept>::text(__kept)
            }
        }
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
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Formatter::pad(__f, Self::as_str(self))
    }
}
#[automatically_derived]
impl ::core::convert::From<&::core::primitive::str> for ManageTaskError {
    fn from(__text: &::core::primitive::str) -> Self {
        fn known(
            __text: &::core::primitive::str,
        ) -> ::core::option::Option<ManageTaskError> {
            match __text {
                "FailedOperation" => {
                    ::core::option::Option::Some(ManageTaskError::FailedOperation)
                }
                "InvalidParameterValue.TaskId" => {
                    ::core::option::Option::Some(ManageTaskError::TaskId)
                }
                _ => ::core::option::Option::None,
            }
        }
        match ::tencent_action::__private::family(__text, known) {
            ::core::option::Option::Some(__known) => __known,
            ::core::option::Option::None => {
                Self::Other(
                    <CommonError as ::tencent_action::__private::Kept>::keep(__text),
                )
            }
        }
    }
}
#[automatically_derived]
impl ::tencent_action::ErrorCode for ManageTaskError {
    const CODES: &'static [&'static ::core::primitive::str] = &[
        "FailedOperation",
        "InvalidParameterValue.TaskId",
    ];
}
