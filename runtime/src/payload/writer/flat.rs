//! Nested parameters as pairs of name and value: `Filters.0.Values.1`.
//!
//! The gateway reads them so from a query and from a form. What has no such form is an error: leaving it out, as the
//! official SDKs do, would call with other parameters than were given.

use std::fmt::{self, Display};

/// Pairs so far, and the place where the next one goes.
#[derive(Default)]
pub(crate) struct Pairs {
    done: Vec<(String, String)>,
    path: String,
    /// The lists and objects around that place.
    around: Vec<Around>,
}

/// A list or an object.
struct Around {
    /// How long its path is.
    path: usize,
    /// How many pairs there were before it.
    before: usize,
    /// How many pairs there were before its last element.
    last: usize,
    /// How many elements it has.
    len: usize,
}

impl Pairs {
    /// The parameters of a request, sorted by name.
    pub(super) fn sorted(self) -> Result<Vec<(String, String)>, FlattenError> {
        let mut pairs = self.done;
        pairs.sort_unstable();
        match pairs.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            Some(pair) => Err(FlattenError(format!("two parameters are called `{}`", pair[0].0))),
            None => Ok(pairs),
        }
    }

    /// A value.
    pub(super) fn push(&mut self, text: String) -> Result<(), FlattenError> {
        if self.path.is_empty() {
            return Err(FlattenError::no_object());
        }
        self.done.push((self.path.clone(), text));
        Ok(())
    }

    pub(super) fn open_list(&mut self) -> Result<(), FlattenError> {
        if self.path.is_empty() {
            return Err(FlattenError::no_object());
        }
        self.open_object();
        Ok(())
    }

    pub(super) fn open_object(&mut self) {
        let before = self.done.len();
        self.around.push(Around { path: self.path.len(), before, last: before, len: 0 });
    }

    /// Elements are named by their index, from 0.
    pub(super) fn element(&mut self) -> Result<(), FlattenError> {
        self.check_element()?;
        let Some(list) = self.around.last_mut() else { return Ok(()) };
        let index = list.len.to_string();
        list.len += 1;
        self.enter(&index);
        Ok(())
    }

    /// Goes back to the list. The element before can't have been null: the next would be taken for it.
    fn check_element(&mut self) -> Result<(), FlattenError> {
        let Some(list) = self.around.last_mut() else { return Ok(()) };
        if list.len > 0 && list.last == self.done.len() {
            let path = format!("{}.{}", &self.path[..list.path], list.len - 1);
            return Err(FlattenError::at(&path, "is null in a list"));
        }
        list.last = self.done.len();
        self.path.truncate(list.path);
        Ok(())
    }

    pub(super) fn close_list(&mut self) -> Result<(), FlattenError> {
        self.check_element()?;
        match self.around.pop() {
            Some(list) if list.len == 0 => Err(self.fault("is an empty list")),
            _ => Ok(()),
        }
    }

    /// Members are named by their keys.
    pub(super) fn member(&mut self, name: &str) -> Result<(), FlattenError> {
        self.back();
        self.check_name(name)?;
        self.enter(name);
        Ok(())
    }

    /// Some names would be read as something else.
    fn check_name(&self, name: &str) -> Result<(), FlattenError> {
        let is_nested = !self.path.is_empty();
        let fault = match name {
            "" => "has a member without a name",
            _ if name.contains('.') => "has a dot in its name",
            _ if is_nested && name.bytes().all(|byte| byte.is_ascii_digit()) => {
                "has a number for a name, as if in a list"
            }
            _ => return Ok(()),
        };
        let dot = if is_nested && !name.is_empty() { "." } else { "" };
        Err(FlattenError::at(&format!("{}{dot}{name}", self.path), fault))
    }

    pub(super) fn close_object(&mut self) -> Result<(), FlattenError> {
        self.back();
        let is_empty = self.around.pop().is_some_and(|object| object.before == self.done.len());
        if is_empty && !self.path.is_empty() { Err(self.fault("is an empty object")) } else { Ok(()) }
    }

    /// Back to what is around this.
    fn back(&mut self) {
        self.path.truncate(self.around.last().map_or(0, |around| around.path));
    }

    /// Goes down to what has this name.
    fn enter(&mut self, name: &str) {
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(name);
    }

    /// A fault of what is here.
    pub(super) fn fault(&self, fault: &str) -> FlattenError {
        FlattenError::at(&self.path, fault)
    }

    pub(super) fn no_key(&mut self) -> FlattenError {
        self.back();
        self.fault("is a map whose keys aren't strings")
    }

    /// Of a float that has no digits, in JSON neither.
    pub(super) fn not_finite(&self) -> FlattenError {
        FlattenError(format!("`{}` isn't a finite number, and the API takes no other", self.path))
    }
}

/// Why a value can't be flattened.
#[derive(Debug)]
pub(crate) struct FlattenError(String);

impl FlattenError {
    pub(super) fn new(fault: String) -> Self {
        Self(fault)
    }

    fn no_object() -> Self {
        Self("it isn't an object, with a member for each parameter".to_owned())
    }

    fn at(path: &str, fault: &str) -> Self {
        Self(format!("`{path}` {fault}, which neither a query nor a form can carry: leave it out, or POST JSON"))
    }
}

impl Display for FlattenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for FlattenError {}

#[cfg(test)]
mod tests;
