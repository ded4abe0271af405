//! Tokens that say where a page begins.

use std::borrow::Cow;

/// A token in a request or a response.
#[diagnostic::on_unimplemented(
    message = "`{Self}` isn't a token that `paginate` can pass on",
    label = "expected a `String`, an integer, or an `Option` of one"
)]
pub trait PageToken: Sized {
    /// The token, unless it is none: an empty one, or a number below 1.
    fn token(&self) -> Option<String>;

    /// This token, if the type has it.
    fn of(token: &str) -> Option<Self>;
}

macro_rules! texts {
    ($($text:ty)*) => {$(
        impl PageToken for $text {
            fn token(&self) -> Option<String> {
                (!self.is_empty()).then(|| self.as_ref().to_owned())
            }

            fn of(token: &str) -> Option<Self> {
                Some(token.to_owned().into())
            }
        }
    )*};
}
texts! { Box<str> Cow<'_, str> }

impl PageToken for String {
    fn token(&self) -> Option<String> {
        (!self.is_empty()).then(|| self.clone())
    }

    fn of(token: &str) -> Option<Self> {
        Some(token.to_owned())
    }
}

macro_rules! integers {
    ($($integer:ident)*) => {$(
        impl PageToken for $integer {
            fn token(&self) -> Option<String> {
                (*self >= 1).then(|| self.to_string())
            }

            fn of(token: &str) -> Option<Self> {
                token.parse().ok()
            }
        }
    )*};
}
integers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

impl<T: PageToken> PageToken for Option<T> {
    fn token(&self) -> Option<String> {
        self.as_ref().and_then(T::token)
    }

    fn of(token: &str) -> Option<Self> {
        T::of(token).map(Some)
    }
}
