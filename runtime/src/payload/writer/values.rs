//! What there is to write: values, lists and objects, each in the form of the request.

use std::fmt::Display;

use serde::ser::Error;
use serde::{Serialize, Serializer};

use super::{Fault, Form, Raw, Writer, json, place};
use crate::payload::{ClientToken, PayloadError};

impl Writer {
    /// A string; where it stands for what it holds, that.
    pub(super) fn text(&mut self, text: &str) -> Result<(), Fault> {
        if let Some(raw) = self.raw.take() {
            return self.raw(raw, text);
        }
        match &mut self.form {
            Form::Json => json::string(&mut self.out, text),
            Form::Flat(pairs) => pairs.push(text.to_owned())?,
            Form::Parts(parts) => {
                parts.check()?;
                json::string(&mut self.out, text);
            }
        }
        Ok(())
    }

    fn raw(&mut self, raw: Raw, text: &str) -> Result<(), Fault> {
        match (&mut self.form, raw) {
            (Form::Flat(pairs), Raw::Number) => pairs.push(text.to_owned())?,
            (Form::Flat(_), Raw::Json) => {
                let json: serde_json::Value = serde_json::from_str(text).map_err(Fault::from)?;
                json.serialize(self)?;
            }
            (Form::Json, _) => self.raw_json(text),
            (Form::Parts(parts), _) => {
                parts.check()?;
                self.out.extend_from_slice(text.as_bytes());
            }
        }
        Ok(())
    }

    /// JSON as it is, which may be the request.
    fn raw_json(&mut self, text: &str) {
        let mut rest = text;
        if self.out.is_empty()
            && let Some(members) = text.strip_prefix('{')
        {
            self.open_json();
            if self.token.is_some() && !members.trim_start().starts_with('}') {
                self.out.push(b',');
            }
            rest = members;
        }
        self.out.extend_from_slice(rest.as_bytes());
    }

    /// A number, or a boolean.
    pub(super) fn scalar(&mut self, value: impl Serialize + Display) -> Result<(), Fault> {
        match &mut self.form {
            Form::Json => serde_json::to_writer(&mut self.out, &value)?,
            // `{}` prints no exponent, and no more digits than it takes to tell the number from the next.
            Form::Flat(pairs) => pairs.push(value.to_string())?,
            Form::Parts(parts) => {
                parts.check()?;
                serde_json::to_writer(&mut self.out, &value)?;
            }
        }
        Ok(())
    }

    /// A float. One without digits has no form, and `serde_json` would write null in its place.
    pub(super) fn float(&mut self, value: impl Serialize + Display, is_finite: bool) -> Result<(), Fault> {
        match &self.form {
            _ if is_finite => self.scalar(value),
            Form::Flat(pairs) => Err(pairs.not_finite().into()),
            Form::Json | Form::Parts(_) => {
                let place = self.place();
                Err(Fault::custom(format_args!("`{place}` isn't a finite number, and the API takes no other")))
            }
        }
    }

    /// Where a value comes next that is written as JSON, as a query names it.
    fn place(&self) -> String {
        match &self.form {
            Form::Parts(parts) => place::of_end(parts.name(), &self.out),
            Form::Json | Form::Flat(_) => place::of_end("", &self.out),
        }
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        match &mut self.form {
            Form::Json => {}
            Form::Flat(pairs) => return Err(pairs.fault("is binary").into()),
            Form::Parts(parts) => {
                if parts.take(bytes) {
                    return Ok(());
                }
            }
        }
        self.collect_seq(bytes)
    }

    /// Null: what isn't there isn't sent, but for JSON.
    pub(super) fn null(&mut self) -> Result<(), Fault> {
        match &mut self.form {
            Form::Json => {}
            Form::Flat(_) => return Ok(()),
            Form::Parts(parts) => parts.check()?,
        }
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    pub(super) fn open_list(&mut self) -> Result<(), Fault> {
        match &mut self.form {
            Form::Json => self.out.push(b'['),
            Form::Flat(pairs) => pairs.open_list()?,
            Form::Parts(parts) => {
                parts.check()?;
                parts.open();
                self.out.push(b'[');
            }
        }
        Ok(())
    }

    /// Goes on to the next element of the list.
    pub(super) fn element(&mut self) -> Result<(), Fault> {
        match &mut self.form {
            Form::Json | Form::Parts(_) => json::comma(&mut self.out),
            Form::Flat(pairs) => pairs.element()?,
        }
        Ok(())
    }

    pub(super) fn close_list(&mut self) -> Result<(), Fault> {
        match &mut self.form {
            Form::Json => self.out.push(b']'),
            Form::Flat(pairs) => pairs.close_list()?,
            Form::Parts(parts) => {
                self.out.push(b']');
                parts.close(&mut self.out)?;
            }
        }
        Ok(())
    }

    pub(super) fn open_object(&mut self) {
        match &mut self.form {
            Form::Json => self.open_json(),
            Form::Flat(pairs) => pairs.open_object(),
            Form::Parts(parts) => {
                if parts.open() {
                    self.out.push(b'{');
                }
            }
        }
    }

    /// An object of JSON. The first one is the request.
    fn open_json(&mut self) {
        let is_request = self.out.is_empty();
        self.out.push(b'{');
        if is_request && let Some(ClientToken { name, token }) = &self.token {
            json::string(&mut self.out, name);
            self.out.push(b':');
            json::string(&mut self.out, token);
        }
    }

    /// Goes on to a member of the object.
    pub(super) fn member(&mut self, name: &str) -> Result<(), Fault> {
        match &mut self.form {
            Form::Json => json::name(&mut self.out, name),
            Form::Flat(pairs) => pairs.member(name)?,
            Form::Parts(parts) => {
                if !parts.member(name, &mut self.out)? {
                    json::name(&mut self.out, name);
                }
            }
        }
        Ok(())
    }

    pub(super) fn close_object(&mut self) -> Result<(), Fault> {
        match &mut self.form {
            Form::Json => self.out.push(b'}'),
            Form::Flat(pairs) => pairs.close_object()?,
            Form::Parts(parts) => {
                if parts.is_nested() {
                    self.out.push(b'}');
                }
                parts.close(&mut self.out)?;
            }
        }
        Ok(())
    }

    /// A variant that holds something: an object with one member.
    pub(super) fn open_variant(&mut self, variant: &str) -> Result<(), Fault> {
        match &mut self.form {
            Form::Json => {
                self.open_json();
                json::name(&mut self.out, variant);
            }
            Form::Flat(pairs) => {
                pairs.open_object();
                pairs.member(variant)?;
            }
            Form::Parts(parts) => {
                parts.check()?;
                parts.open();
                self.out.push(b'{');
                json::name(&mut self.out, variant);
            }
        }
        Ok(())
    }

    pub(super) fn close_variant(&mut self) -> Result<(), Fault> {
        match &mut self.form {
            Form::Json => self.out.push(b'}'),
            Form::Flat(pairs) => pairs.close_object()?,
            Form::Parts(parts) => {
                self.out.push(b'}');
                parts.close(&mut self.out)?;
            }
        }
        Ok(())
    }

    /// What is wrong with a key that is no string.
    pub(super) fn no_key(&mut self) -> Fault {
        match &mut self.form {
            Form::Json => Error::custom("key must be a string"),
            Form::Flat(pairs) => pairs.no_key().into(),
            Form::Parts(_) => PayloadError::NoObject.into(),
        }
    }
}
