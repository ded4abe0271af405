//! What is wrong with Redis.

use std::fmt;
use std::sync::Arc;

use redis::ConnectionInfo;

/// Why Redis can't be asked: where it is, and what it said. A clone is cheap.
#[derive(Debug, Clone)]
pub(super) struct Fault(Arc<str>);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Fault {}

/// Makes faults of one server, without what its URL keeps secret.
#[derive(Clone)]
pub(super) struct Address {
    shown: String,
    secrets: Vec<String>,
}

impl Address {
    pub(super) fn of(info: &ConnectionInfo) -> Self {
        let settings = info.redis_settings();
        let secrets = [settings.password(), settings.username()].into_iter().flatten();
        let secrets = secrets.filter(|secret| !secret.is_empty()).map(str::to_owned).collect();
        Self { shown: info.addr().to_string(), secrets }
    }

    pub(super) fn fault(&self, what: impl fmt::Display) -> Fault {
        let what = self.secrets.iter().fold(what.to_string(), |what, secret| what.replace(secret, "…"));
        Fault(format!("Redis at {}: {what}", self.shown).into())
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

#[cfg(test)]
mod tests {
    use redis::IntoConnectionInfo;

    use super::*;

    #[test]
    fn a_fault_says_where_and_hides_the_password() {
        let info = "redis://fleet:hunter2@10.0.0.5:6380/3".into_connection_info().unwrap();
        let address = Address::of(&info);
        assert_eq!(address.to_string(), "10.0.0.5:6380");
        let fault = address.fault("`hunter2` isn't the password of `fleet`");
        assert_eq!(fault.to_string(), "Redis at 10.0.0.5:6380: `…` isn't the password of `…`");
    }

    #[test]
    fn without_a_password_nothing_is_hidden() {
        let info = "redis://10.0.0.5".into_connection_info().unwrap();
        assert_eq!(Address::of(&info).fault("gone").to_string(), "Redis at 10.0.0.5:6379: gone");
    }
}
