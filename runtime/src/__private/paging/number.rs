//! Offsets, page numbers and totals.

use std::borrow::Cow;

/// A number in a request or a response. Some actions have it in quotes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` isn't a number that `paginate` can count with",
    label = "expected an integer, a `String`, or an `Option` of one"
)]
pub trait Number: Sized {
    /// The number, if it is one, and not negative.
    fn number(&self) -> Option<u64>;

    /// This number, if the type has it.
    fn of(number: u64) -> Option<Self>;
}

macro_rules! integers {
    ($($integer:ident)*) => {$(
        impl Number for $integer {
            fn number(&self) -> Option<u64> {
                (*self).try_into().ok()
            }

            fn of(number: u64) -> Option<Self> {
                number.try_into().ok()
            }
        }
    )*};
}
integers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

impl Number for String {
    fn number(&self) -> Option<u64> {
        self.trim().parse().ok()
    }

    fn of(number: u64) -> Option<Self> {
        Some(number.to_string())
    }
}

impl Number for Cow<'_, str> {
    fn number(&self) -> Option<u64> {
        self.trim().parse().ok()
    }

    fn of(number: u64) -> Option<Self> {
        Some(number.to_string().into())
    }
}

impl<T: Number> Number for Option<T> {
    fn number(&self) -> Option<u64> {
        self.as_ref().and_then(T::number)
    }

    fn of(number: u64) -> Option<Self> {
        T::of(number).map(Some)
    }
}
