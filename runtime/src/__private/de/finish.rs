//! The end of a struct: what didn't come.

use serde::de::{Deserialize, Error};

use super::missing::Missing;

/// Sees to it that nothing is missing, and remembers what is.
#[derive(Debug)]
pub struct Finish<E> {
    /// Whether lists may be absent.
    lenient: bool,
    fault: Option<E>,
}

impl<E: Error> Finish<E> {
    pub(super) fn new(lenient: bool) -> Self {
        Self { lenient, fault: None }
    }

    /// What is to be said of the first member that is missing.
    pub(super) fn end(self) -> Result<(), E> {
        self.fault.map_or(Ok(()), Err)
    }
}

/// What is said where a slot is still empty at the end, as none is that was completed.
#[cold]
pub fn incomplete<E: Error>() -> E {
    E::custom("a member is missing")
}

/// Fills an empty slot, with `None` for an `Option`, and an empty list if that is allowed. Anything else is missing.
pub fn complete<'de, T: Deserialize<'de>, E: Error>(slot: &mut Option<T>, name: &'static str, finish: &mut Finish<E>) {
    if slot.is_none() && finish.fault.is_none() {
        match T::deserialize(Missing::new(name, finish.lenient)) {
            Ok(nothing) => *slot = Some(nothing),
            Err(fault) => finish.fault = Some(fault),
        }
    }
}
