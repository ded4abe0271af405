//! Scalars of the lenient pass, where any may stand for another.

use serde::de::Visitor;
use serde_json::Error;

use super::reader::Reader;
use crate::response::text::string;

impl<'t> Reader<'t> {
    /// A string, or the digits of a number as they stand there: as a float, some would be lost.
    pub(super) fn text_of_scalar<V: Visitor<'t>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        match self.peek() {
            Some(b'"') => self.visit_string(visitor),
            Some(b'-' | b'0'..=b'9') => visitor.visit_str(self.raw()?),
            _ => Err(self.unexpected(&visitor)),
        }
    }

    /// A number, a boolean or a string.
    pub(super) fn scalar<V: Visitor<'t>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        match self.peek() {
            Some(b'"') => self.visit_string(visitor),
            Some(b'-' | b'0'..=b'9') => self.number()?.visit(visitor),
            Some(b't' | b'f') => visitor.visit_bool(self.raw()? == "true"),
            _ => Err(self.unexpected(&visitor)),
        }
    }

    fn visit_string<V: Visitor<'t>>(&mut self, visitor: V) -> Result<V::Value, Error> {
        let text = string(self.raw()?);
        let outcome = visitor.visit_str(&text);
        self.trace.last = text;
        outcome
    }
}
