//! The names of members, and what is done with each.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};

/// Gives the index of each member to a function that reads its value; tells whether the pass is lenient.
///
/// It isn't generic over the struct, which would have a loop of its own otherwise.
#[expect(clippy::type_complexity, reason = "it is said this once")]
pub(super) fn each<'de, A: MapAccess<'de>>(
    map: &mut A,
    names: &'static [&'static str],
    owners: &'static [usize],
    read: &mut dyn FnMut(usize, &mut A) -> Result<(), A::Error>,
) -> Result<bool, A::Error> {
    let (mut lenient, mut expected) = (false, 0);
    while let Some(index) = map.next_key_seed(Key { names, owners, expected })? {
        if index == LENIENT {
            lenient = true;
        } else {
            expected = index.wrapping_add(1);
            read(index, map)?;
        }
    }
    Ok(lenient)
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
