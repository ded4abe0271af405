//! What a call is for.

use std::borrow::Cow;
use std::fmt;

use crate::action::Action;
use crate::calendar::Date;

/// The three words that choose an operation.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Target {
    pub(crate) service: Cow<'static, str>,
    pub(crate) version: Cow<'static, str>,
    pub(crate) action: Cow<'static, str>,
}

impl Target {
    /// Of a declared action, whose words the macro has checked.
    pub(crate) fn of<A: Action>() -> Self {
        Self::declared([A::SERVICE, A::VERSION, A::NAME])
    }

    /// The same words.
    pub(super) fn declared([service, version, action]: [&'static str; 3]) -> Self {
        Self { service: service.into(), version: version.into(), action: action.into() }
    }

    /// Of a request that asks a service for nothing, and ends at its gateway.
    pub(crate) fn gateway(service: &str) -> Result<Self, String> {
        check_service(service)?;
        Ok(Self { service: service.to_owned().into(), version: "".into(), action: "warm-up".into() })
    }

    /// Of words that come at run time. They go into host and headers, so they must have their form.
    pub(super) fn checked(service: &str, version: &str, action: &str) -> Result<Self, String> {
        let wrong = |what: &str, word: &str, form: &str| Err(format!("`{}` is no {what}: {form}", word.escape_debug()));
        check_service(service)?;
        if Date::parse(version).is_none() {
            return wrong("version", version, "one is a date, as `2018-07-17`");
        }
        if !is_word(action, u8::is_ascii_uppercase, u8::is_ascii_alphanumeric) {
            return wrong("action", action, "one is letters and digits, the first a capital, as `ManageTask`");
        }
        let [service, version, action] = [service, version, action].map(|word| Cow::Owned(word.to_owned()));
        Ok(Self { service, version, action })
    }
}

/// Fails if it isn't the name of a service. It goes into a host.
fn check_service(service: &str) -> Result<(), String> {
    if is_word(service, u8::is_ascii_lowercase, |byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return Ok(());
    }
    let form = "one is lower-case letters and digits, as `vod`";
    Err(format!("`{}` is no service: {form}", service.escape_debug()))
}

fn is_word(word: &str, first: fn(&u8) -> bool, any: fn(&u8) -> bool) -> bool {
    word.as_bytes().first().is_some_and(first) && word.as_bytes().iter().all(any)
}

impl Target {
    /// As OpenTelemetry writes the method of a service: `vod/ManageTask`.
    pub(crate) fn method(&self) -> Method<'_> {
        Method(self)
    }
}

/// `vod/ManageTask`
#[derive(Debug, Clone, Copy)]
pub(crate) struct Method<'a>(&'a Target);

impl fmt::Display for Method<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.0.service, self.0.action)
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.service, self.action)
    }
}

#[cfg(test)]
mod tests {
    use super::Target;

    #[test]
    fn words_are_checked() {
        assert!(Target::checked("vod", "2018-07-17", "ManageTask").is_ok());
        for (service, version, action, expected) in [
            ("", "2018-07-17", "ManageTask", "`` is no service"),
            ("vod.evil", "2018-07-17", "ManageTask", "`vod.evil` is no service"),
            ("Vod", "2018-07-17", "ManageTask", "`Vod` is no service"),
            ("1vod", "2018-07-17", "ManageTask", "`1vod` is no service"),
            ("vod", "2018-13-17", "ManageTask", "`2018-13-17` is no version"),
            ("vod", "2018-07-17T00:00", "ManageTask", "is no version: one is a date, as `2018-07-17`"),
            ("vod", "20180717", "ManageTask", "`20180717` is no version"),
            ("vod", "2018-07-17", "manageTask", "`manageTask` is no action"),
            ("vod", "2018-07-17", "Manage\r\nTask", r"`Manage\r\nTask` is no action"),
        ] {
            let message = Target::checked(service, version, action).unwrap_err();
            assert!(message.contains(expected), "{message}");
        }
    }
}
