//! Binary members: written as bytes, where serde would write a list of numbers.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::Object;

/// A binary member as it is serialized.
struct Bytes<'a, T: ?Sized>(&'a T);

impl<T: Binary + ?Sized> Serialize for Bytes<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.bytes() {
            Some(bytes) => serializer.serialize_bytes(bytes),
            None => serializer.serialize_none(),
        }
    }
}

/// What a binary member can be.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be a binary member",
    label = "not binary",
    note = "one is `Vec<u8>`, `&[u8]`, `Cow<[u8]>`, `bytes::Bytes`, or an `Option` of these"
)]
pub trait Binary {
    /// The bytes; `None` if there are none to send.
    fn bytes(&self) -> Option<&[u8]>;

    /// Writes them under this name, if they are sent.
    fn write<S: Serializer>(&self, object: &mut Object<S>, name: &'static str, is_sent: bool) {
        object.member(name, &Bytes(self), is_sent);
    }
}

macro_rules! binary {
    ($($ty:ty),*) => {
        $(
            impl Binary for $ty {
                fn bytes(&self) -> Option<&[u8]> {
                    Some(self)
                }
            }
        )*
    };
}

binary!(Vec<u8>, [u8], Box<[u8]>, Cow<'_, [u8]>, bytes::Bytes);

impl<const N: usize> Binary for [u8; N] {
    fn bytes(&self) -> Option<&[u8]> {
        Some(self)
    }
}

impl<T: Binary + ?Sized> Binary for &T {
    fn bytes(&self) -> Option<&[u8]> {
        (**self).bytes()
    }
}

impl<T: Binary> Binary for Option<T> {
    fn bytes(&self) -> Option<&[u8]> {
        self.as_ref().and_then(T::bytes)
    }
}
