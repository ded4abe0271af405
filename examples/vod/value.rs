//! Values of options.

use std::error::Error;
use std::str::FromStr;

use lexopt::{Parser, ValueExt};

/// The value of this option, which an error names.
///
/// # Errors
///
/// If there is none, or it isn't what it must be.
pub fn value<T: FromStr>(option: &str, parser: &mut Parser) -> Result<T, lexopt::Error>
where
    T::Err: Into<Box<dyn Error + Send + Sync>>,
{
    parser.value()?.parse().map_err(|error| format!("--{option}: {error}").into())
}
