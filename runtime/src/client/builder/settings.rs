//! Single settings: where they come from, and whether they make sense.

use crate::endpoint::EndpointError;
use crate::env::Env;
use crate::error::Error;

/// What was said, or what the variable says; a variable that can't be read is named.
pub(super) fn or_var<T>(
    said: Option<T>,
    env: &Env,
    name: &'static str,
    read: impl FnOnce(&str) -> Result<T, EndpointError>,
) -> Result<Option<T>, Error> {
    if said.is_some() {
        return Ok(said);
    }
    let Some(text) = env.var(name).map_err(Error::config)? else { return Ok(None) };
    read(&text).map(Some).map_err(|error| Error::config(format!("{name}: {error}")))
}

/// The same of what is said as a text, and read as a variable is.
pub(super) fn text_or_var<T>(
    said: Option<&str>,
    env: &Env,
    name: &'static str,
    read: impl Fn(&str) -> Result<T, EndpointError>,
) -> Result<Option<T>, Error> {
    or_var(said.map(&read).transpose().map_err(Error::config)?, env, name, read)
}

/// Regions are an open set, but all are made of these characters, and some end up in a host.
pub(crate) fn check_region(region: &str) -> Result<(), EndpointError> {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !region.is_empty() && region.bytes().all(fits) {
        return Ok(());
    }
    Err(EndpointError::new(format!("`{}` is no region: one looks like `ap-guangzhou`", region.escape_debug())))
}
