//! Nested parameters as pairs of name and value: `Filters.0.Values.1`.
//!
//! The gateway reads them so from a query and from a form. What has no such form is an error: leaving it out, as the
//! official SDKs do, would call with other parameters than were given.

mod compound;
mod key;
mod value;

use std::fmt::{self, Display};

use serde::{Serialize, ser};

use self::value::Value;

/// The parameters of a request, sorted by name.
pub(crate) fn pairs<T: Serialize + ?Sized>(value: &T) -> Result<Vec<(String, String)>, FlattenError> {
    let (mut pairs, mut path) = (Vec::new(), String::new());
    value.serialize(Value::new(&mut pairs, &mut path))?;
    pairs.sort_unstable();
    match pairs.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        Some(pair) => Err(FlattenError(format!("two parameters are called `{}`", pair[0].0))),
        None => Ok(pairs),
    }
}

/// Why a value can't be flattened.
#[derive(Debug)]
pub(crate) struct FlattenError(String);

impl FlattenError {
    /// Of a float that has no digits, in JSON neither.
    fn not_finite(path: &str) -> Self {
        Self(format!("`{path}` isn't a finite number, and the API takes no other"))
    }

    /// A fault of what is at this path.
    fn at(path: &str, fault: impl Display) -> Self {
        Self(format!("`{path}` {fault}, which neither a query nor a form can carry: leave it out, or POST JSON"))
    }
}

impl Display for FlattenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for FlattenError {}

impl ser::Error for FlattenError {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

#[cfg(test)]
mod tests;
