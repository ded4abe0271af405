//! Floats: `serde_json` writes null for one that isn't finite, and so would call with another request than was given.

use serde::{Serialize, Serializer};

use super::Object;

/// What floats are in.
pub trait Finite: Serialize {
    /// Whether all of them have digits.
    fn is_finite(&self) -> bool;

    /// Writes them under this name, if they are sent.
    fn write<S: Serializer>(&self, object: &mut Object<S>, name: &'static str, is_sent: bool) {
        if is_sent && !self.is_finite() {
            object.fail(format_args!("`{name}` isn't a finite number, and the API takes no other"));
        }
        object.member(name, self, is_sent);
    }
}

impl Finite for f32 {
    fn is_finite(&self) -> bool {
        f32::is_finite(*self)
    }
}

impl Finite for f64 {
    fn is_finite(&self) -> bool {
        f64::is_finite(*self)
    }
}

impl<T: Finite> Finite for Option<T> {
    fn is_finite(&self) -> bool {
        self.as_ref().is_none_or(T::is_finite)
    }
}

impl<T: Finite> Finite for Vec<T> {
    fn is_finite(&self) -> bool {
        self.iter().all(T::is_finite)
    }
}

impl<T: Finite> Finite for [T] {
    fn is_finite(&self) -> bool {
        self.iter().all(T::is_finite)
    }
}

impl<T: Finite + ?Sized> Finite for &T {
    fn is_finite(&self) -> bool {
        (**self).is_finite()
    }
}

impl<T: Finite + ?Sized> Finite for &mut T {
    fn is_finite(&self) -> bool {
        (**self).is_finite()
    }
}

impl<T: Finite + ?Sized> Finite for Box<T> {
    fn is_finite(&self) -> bool {
        (**self).is_finite()
    }
}
