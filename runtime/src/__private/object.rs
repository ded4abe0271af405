//! Writing of derived structs: everything that needn't be generated per struct.
//!
//! The derive emits a call for each member, in a loop that goes around twice: once to count the members that are sent,
//! as some formats ask for, and once to write them. An error ends neither; it is kept, and what comes after it is
//! passed over, so that a struct has no branch for each of its members.

use std::fmt::{self, Display};
use std::mem;

use serde::Serialize;
use serde::ser::{Error, SerializeStruct, Serializer};

/// A derived struct on its way into a serializer.
pub struct Object<S: Serializer> {
    name: &'static str,
    state: State<S>,
}

enum State<S: Serializer> {
    New(S),
    Counting(S, usize),
    Writing(S::SerializeStruct),
    Failed(S::Error),
    /// On its way from one to the next.
    Between,
}

impl<S: Serializer> Object<S> {
    /// A struct of this name.
    pub fn new(serializer: S, name: &'static str) -> Self {
        Self { name, state: State::New(serializer) }
    }

    /// Whether the members are to be gone through once more.
    pub fn goes_on(&mut self) -> bool {
        self.state = match mem::replace(&mut self.state, State::Between) {
            State::New(serializer) => State::Counting(serializer, 0),
            State::Counting(serializer, len) => {
                serializer.serialize_struct(self.name, len).map_or_else(State::Failed, State::Writing)
            }
            ended => {
                self.state = ended;
                return false;
            }
        };
        !matches!(self.state, State::Failed(_))
    }

    /// A member, which is sent or left out.
    ///
    /// Not inlined: it would be once for each member of each struct.
    #[inline(never)]
    pub(super) fn member<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T, is_sent: bool) {
        match &mut self.state {
            State::Counting(_, len) => *len += usize::from(is_sent),
            State::Writing(object) => {
                let written = if is_sent { object.serialize_field(name, value) } else { object.skip_field(name) };
                if let Err(error) = written {
                    self.state = State::Failed(error);
                }
            }
            State::New(_) | State::Failed(_) | State::Between => {}
        }
    }

    /// A member that can't be sent. The first fault is told.
    pub(super) fn fail(&mut self, fault: impl Display) {
        if !matches!(self.state, State::Failed(_)) {
            self.state = State::Failed(S::Error::custom(fault));
        }
    }

    /// Ends the struct.
    pub fn end(self) -> Result<S::Ok, S::Error> {
        match self.state {
            State::Writing(object) => object.end(),
            State::Failed(error) => Err(error),
            State::New(_) | State::Counting(..) | State::Between => Err(S::Error::custom("it isn't written yet")),
        }
    }
}

impl<S: Serializer> fmt::Debug for Object<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Object").field("name", &self.name).finish_non_exhaustive()
    }
}
