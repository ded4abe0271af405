//! What a member can be: whatever serde writes, and reads.
//!
//! Traits of our own, so that a type that can't be one is told once, in our words: serde's list everything that can.

use serde::de::{DeserializeOwned, Error, MapAccess};
use serde::{Serialize, Serializer};

use super::Object;
use super::de::{self, Finish};

/// A member of a request.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be a member of a request",
    label = "can't be sent",
    note = "put `#[tencent_data]` on your type, or derive `serde::Serialize` for it, with the names of the API"
)]
pub trait Sent {
    /// Writes it under this name, if it is sent.
    fn write<S: Serializer>(&self, object: &mut Object<S>, name: &'static str, is_sent: bool);
}

#[diagnostic::do_not_recommend]
impl<T: Serialize> Sent for T {
    #[inline]
    fn write<S: Serializer>(&self, object: &mut Object<S>, name: &'static str, is_sent: bool) {
        object.member(name, self, is_sent);
    }
}

/// A member of data, which is written and read.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be a member of data",
    label = "can't be written and read",
    note = "put `#[tencent_data]` on your type, or derive `serde::Serialize` and `serde::Deserialize` for it, with the names of the API"
)]
pub trait Member: Sized {
    /// Writes it under this name, if it is sent.
    fn write<S: Serializer>(&self, object: &mut Object<S>, name: &'static str, is_sent: bool);

    /// Reads it into its slot.
    fn fill<'de, A: MapAccess<'de>>(slot: &mut Option<Self>, name: &'static str, map: &mut A) -> Result<(), A::Error>;

    /// Reads it into its place, where it is `None` so far.
    fn set<'de, A: MapAccess<'de>>(place: &mut Self, map: &mut A) -> Result<(), A::Error>;

    /// Sees to it that there is something in its slot.
    fn complete<E: Error>(slot: &mut Option<Self>, name: &'static str, finish: &mut Finish<E>);
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + DeserializeOwned> Member for T {
    #[inline]
    fn write<S: Serializer>(&self, object: &mut Object<S>, name: &'static str, is_sent: bool) {
        object.member(name, self, is_sent);
    }

    #[inline]
    fn fill<'de, A: MapAccess<'de>>(slot: &mut Option<Self>, name: &'static str, map: &mut A) -> Result<(), A::Error> {
        de::fill(slot, name, map)
    }

    #[inline]
    fn set<'de, A: MapAccess<'de>>(place: &mut Self, map: &mut A) -> Result<(), A::Error> {
        de::set(place, map)
    }

    #[inline]
    fn complete<E: Error>(slot: &mut Option<Self>, name: &'static str, finish: &mut Finish<E>) {
        de::complete(slot, name, finish);
    }
}
