//! Decoding of derived structs: everything that needn't be generated per struct.
//!
//! The derive emits a table of names, one `match` that reads a member into its slot, and a finish; the loop, the key
//! lookup and the rule for missing members are here, once. A JSON array is never taken for a struct, as serde's own
//! derives would.

mod finish;
mod guard;
mod keys;
mod lenient;
mod missing;
mod word;

pub use self::finish::{Finish, complete, incomplete};
pub use self::guard::Guard;
pub use self::lenient::Lenient;
pub use self::word::word;

use std::{fmt, mem};

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use self::keys::{Reads, each};

/// A derived struct, taken apart.
pub trait Members<'de>: Sized {
    /// The name of the struct, for messages.
    const NAME: &'static str;
    /// The wire names, in the order of the members, and behind them the aliases.
    const NAMES: &'static [&'static str];
    /// For each alias, the index of its member.
    const OWNERS: &'static [usize];
    /// One `Option` for each member; one that is an `Option` itself stands for itself. Where all are, this is the struct.
    type Slots;

    /// All slots empty.
    fn slots() -> Self::Slots;

    /// Reads the value that comes next in `map` into the slot with this index; no such slot: skips it.
    fn read<A: MapAccess<'de>>(slots: &mut Self::Slots, index: usize, map: &mut A) -> Result<(), A::Error>;

    /// Fills the slots of what didn't come.
    fn complete<E: Error>(slots: &mut Self::Slots, finish: &mut Finish<E>);

    /// Puts the struct together.
    fn build<E: Error>(slots: Self::Slots) -> Result<Self, E>;
}

/// The name by which our own deserializer knows a derived struct.
///
/// To such a struct it says that it is lenient with [`Lenient`] in place of the first key, and which values are [`NULL`].
pub const DECLARED: &str = "$tencent_action::declared";

/// The name of a struct that serde derives and we guard: nulls are left out if it can't be read with them, nothing is said.
pub const GUARDED: &str = "$tencent_action::guarded";

/// Decodes a derived struct.
#[inline]
pub fn deserialize<'de, D, M>(deserializer: D) -> Result<M, D::Error>
where
    D: Deserializer<'de>,
    M: Members<'de>,
{
    declared(deserializer, M::NAMES)
}

/// Decodes a derived struct with names that don't stand in JSON as they are: our own deserializer compares no text with them.
pub fn deserialize_escaped<'de, D, M>(deserializer: D) -> Result<M, D::Error>
where
    D: Deserializer<'de>,
    M: Members<'de>,
{
    declared(deserializer, &[])
}

/// What is read stays in its slots, so that a struct isn't moved through all that leads to its visitor.
#[inline]
fn declared<'de, D, M>(deserializer: D, names: &'static [&'static str]) -> Result<M, D::Error>
where
    D: Deserializer<'de>,
    M: Members<'de>,
{
    let mut slots = M::slots();
    deserializer.deserialize_struct(DECLARED, names, Object::<M>(&mut slots))?;
    M::build(slots)
}

/// What our own deserializer gives for the size of a struct, once a value failed that is an empty string.
///
/// A size can be asked for whatever has failed, of any format: there is nothing that would be read.
pub const EMPTY: usize = usize::MAX;

/// What a lenient deserializer gives for the size of a struct while the value of a member is null, and once that has failed.
pub const NULL: usize = usize::MAX - 1;

/// Reads a value into a slot.
///
/// If it can't be read, and is null, or an empty string that stands for nothing, it is as if it weren't there. That is known only
/// here: what an `Option` holds is read by its own visitor, which is used up when it fails.
pub fn fill<'de, T, A>(slot: &mut Option<T>, name: &'static str, map: &mut A) -> Result<(), A::Error>
where
    T: Deserialize<'de>,
    A: MapAccess<'de>,
{
    match map.next_value() {
        // As in `set`.
        Ok(value) => mem::forget(slot.replace(value)),
        Err(fault) if map.size_hint() == Some(EMPTY) => {
            let mut finish = Finish::<A::Error>::new(false);
            complete(slot, name, &mut finish);
            return finish.end().map_err(|_| fault);
        }
        Err(_) if map.size_hint() == Some(NULL) => {}
        Err(fault) => return Err(fault),
    }
    Ok(())
}

/// Reads a value into the place of a member that is `None` where nothing comes, as it is before.
pub fn set<'de, T, A>(place: &mut T, map: &mut A) -> Result<(), A::Error>
where
    T: Deserialize<'de>,
    A: MapAccess<'de>,
{
    match map.next_value() {
        // There is nothing in it to be dropped, and no code for that either.
        Ok(value) => mem::forget(mem::replace(place, value)),
        Err(_) if matches!(map.size_hint(), Some(EMPTY | NULL)) => {}
        Err(fault) => return Err(fault),
    }
    Ok(())
}

/// Reads over a value.
pub fn skip<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    map.next_value::<IgnoredAny>().map(drop)
}

/// The value of a slot; if it is empty, the default.
pub fn or_else<T>(slot: Option<T>, default: impl FnOnce() -> T) -> T {
    slot.unwrap_or_else(default)
}

/// The one visitor of derived structs.
struct Object<'s, 'de, M: Members<'de>>(&'s mut M::Slots);

impl<'de, M: Members<'de>> Visitor<'de> for Object<'_, 'de, M> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        expecting(f, M::NAME)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let lenient = each(&mut map, M::NAMES, M::OWNERS, &mut self)?;
        let mut finish = Finish::new(lenient);
        M::complete(self.0, &mut finish);
        finish.end()
    }
}

impl<'de, A: MapAccess<'de>, M: Members<'de>> Reads<'de, A> for Object<'_, 'de, M> {
    #[inline]
    fn read(&mut self, index: usize, map: &mut A) -> Result<(), A::Error> {
        M::read(self.0, index, map)
    }
}

fn expecting(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    write!(f, "an object ({name})")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the derive would emit for `struct Pair { first: u8, second: Option<u8> }`.
    #[derive(Debug, PartialEq)]
    struct Pair {
        first: u8,
        second: Option<u8>,
    }

    impl<'de> Members<'de> for Pair {
        const NAME: &'static str = "Pair";
        const NAMES: &'static [&'static str] = &["First", "Second", "Zweites"];
        const OWNERS: &'static [usize] = &[1];
        type Slots = (Option<u8>, Option<u8>);

        fn slots() -> Self::Slots {
            (None, None)
        }

        fn read<A: MapAccess<'de>>(slots: &mut Self::Slots, index: usize, map: &mut A) -> Result<(), A::Error> {
            match index {
                0 => fill(&mut slots.0, "First", map),
                1 => set(&mut slots.1, map),
                _ => skip(map),
            }
        }

        fn complete<E: Error>(slots: &mut Self::Slots, finish: &mut Finish<E>) {
            complete(&mut slots.0, "First", finish);
        }

        fn build<E: Error>(slots: Self::Slots) -> Result<Self, E> {
            match slots {
                (Some(first), second) => Ok(Self { first, second }),
                _ => Err(incomplete()),
            }
        }
    }

    fn pair(json: &str) -> Result<Pair, String> {
        deserialize(&mut serde_json::Deserializer::from_str(json)).map_err(|error| error.to_string())
    }

    #[test]
    fn members_are_found_by_name_and_by_alias() {
        assert_eq!(pair(r#"{"Second":2,"First":1}"#), Ok(Pair { first: 1, second: Some(2) }));
        assert_eq!(pair(r#"{"First":1,"Zweites":2}"#), Ok(Pair { first: 1, second: Some(2) }));
    }

    #[test]
    fn absent_and_null_are_none_and_unknown_members_are_skipped() {
        let expected = Ok(Pair { first: 1, second: None });
        assert_eq!(pair(r#"{"First":1,"New":{"Deep":[1,2]}}"#), expected);
        assert_eq!(pair(r#"{"First":1,"Second":null}"#), expected);
    }

    #[test]
    fn faults_name_the_member() {
        assert!(pair("{}").unwrap_err().starts_with("missing field `First`"));
        assert!(pair(r#"{"First":1,"First":2}"#).unwrap_err().starts_with("duplicate field `First`"));
        let message = pair(r#"{"First":1,"Second":null,"Zweites":2}"#).unwrap_err();
        assert!(message.starts_with("duplicate field `Second`"), "{message}");
    }

    #[test]
    fn an_array_is_never_taken_for_a_struct() {
        let message = pair("[1,2]").unwrap_err();
        assert!(message.starts_with("invalid type: sequence, expected an object (Pair)"), "{message}");
    }
}
