//! The names of members, and what is done with each.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::{NULL, skip};

/// A struct that is being read. It is no closure: the table of one has its body twice.
pub(super) trait Reads<'de, A: MapAccess<'de>> {
    /// Reads the value of the member with this index.
    fn read(&mut self, index: usize, map: &mut A) -> Result<(), A::Error>;
}

/// Gives the index of each member to what reads its value; tells whether the pass is lenient. A second value
/// for one member is an error.
///
/// It isn't generic over the struct, which would have a loop of its own otherwise.
pub(super) fn each<'de, A: MapAccess<'de>>(
    map: &mut A,
    names: &'static [&'static str],
    owners: &'static [usize],
    members: &mut dyn Reads<'de, A>,
) -> Result<bool, A::Error> {
    let (mut lenient, mut expected, mut seen) = (false, 0, Seen::default());
    while let Some(index) = map.next_key_seed(Key { names, owners, expected })? {
        if index == LENIENT {
            lenient = true;
        } else {
            expected = index.wrapping_add(1);
            let is_null = lenient && map.size_hint() == Some(NULL);
            match names.get(index) {
                // It is as if it weren't there, beside another value.
                Some(_) if is_null && seen.was(index) => skip(map)?,
                Some(name) if !is_null && seen.again(index) => return Err(A::Error::duplicate_field(name)),
                _ => members.read(index, map)?,
            }
        }
    }
    Ok(lenient)
}

/// Which members there have been, a bit for each.
#[derive(Default)]
struct Seen {
    first: u64,
    /// Of those after the 64th, which few structs have.
    more: Vec<u64>,
}

impl Seen {
    fn was(&mut self, index: usize) -> bool {
        if index < 64 { self.first & 1 << index != 0 } else { *self.later(index / 64 - 1) & 1 << (index % 64) != 0 }
    }

    /// Notes a member; tells whether it was there before.
    #[inline]
    fn again(&mut self, index: usize) -> bool {
        let word = if index < 64 { &mut self.first } else { self.later(index / 64 - 1) };
        let bit = 1 << (index % 64);
        let was_there = *word & bit != 0;
        *word |= bit;
        was_there
    }

    #[inline(never)]
    fn later(&mut self, place: usize) -> &mut u64 {
        if self.more.len() <= place {
            self.more.resize(place + 1, 0);
        }
        &mut self.more[place]
    }
}

/// The one key seed: a name becomes its index, an unknown one an index past the end.
struct Key {
    names: &'static [&'static str],
    owners: &'static [usize],
    /// Where to look first: servers mostly keep to the order of the declaration.
    expected: usize,
}

impl<'de> DeserializeSeed<'de> for Key {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Key {
    /// The index of the member that has the name with this index.
    fn owner(&self, index: usize) -> usize {
        let Some(alias) = (index + self.owners.len()).checked_sub(self.names.len()) else { return index };
        self.owners.get(alias).copied().unwrap_or(UNKNOWN)
    }
}

impl Visitor<'_> for Key {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E>(self, name: &str) -> Result<usize, E> {
        let index = if self.names.get(self.expected) == Some(&name) {
            self.expected
        } else if let Some(index) = self.names.iter().position(|known| *known == name) {
            index
        } else {
            return Ok(UNKNOWN);
        };
        Ok(self.owner(index))
    }

    /// The index of a name: our own reader finds it while it reads.
    fn visit_u64<E>(self, index: u64) -> Result<usize, E> {
        Ok(usize::try_from(index).map_or(UNKNOWN, |index| self.owner(index)))
    }

    /// [`Lenient`]: no format has such a key.
    fn visit_unit<E>(self) -> Result<usize, E> {
        Ok(LENIENT)
    }
}

/// The index of a name that isn't declared.
const UNKNOWN: usize = usize::MAX;
/// The index of [`Lenient`].
const LENIENT: usize = usize::MAX - 1;

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn a_member_is_there_again_once_it_was_there() {
        let mut seen = Seen::default();
        let indices = [0, 63, 64, 127, 128, 700, 1];
        assert!(indices.iter().all(|index| !seen.again(*index)));
        assert!(indices.iter().all(|index| seen.again(*index)));
        assert!(!seen.again(65));
    }
}
