//! What a file of tccli holds, and what follows from it.

use serde::Deserialize;

use super::super::Credential;
use super::super::json::Secret;
use super::super::moment::Moment;
use crate::clock::Clock;

/// The members that matter. Those that let tccli renew a login aren't read.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Entry {
    r#type: Option<String>,
    secret_id: Option<Secret>,
    secret_key: Option<Secret>,
    token: Option<Secret>,
    expires_at: Option<Moment>,
    #[serde(rename = "role-arn")]
    role_arn: Option<String>,
    #[serde(rename = "role-session-name")]
    role_session_name: Option<String>,
}

#[derive(Debug)]
pub(super) enum Judgement {
    Serves(Credential),
    /// It doesn't, and isn't meant to.
    Nothing(&'static str),
}

impl Entry {
    /// Whether it serves. tccli decides in this order too.
    ///
    /// # Errors
    ///
    /// What follows the name of the file in a message.
    pub(super) fn judge(&self, profile: &str, clock: &dyn Clock) -> Result<Judgement, String> {
        if self.r#type.as_deref() == Some("cvm-role") {
            return Ok(Judgement::Nothing("its type is cvm-role: the role of the CVM is a source of its own"));
        }
        if self.names_a_role() {
            return Err("names a role to assume (`role-arn`), and tccli doesn't sign with the keys beside it; \
                        assume the role in the program, with `AssumeRoleCredentials`"
                .to_owned());
        }
        let (secret_id, secret_key) = match (Secret::of(self.secret_id.as_ref()), Secret::of(self.secret_key.as_ref()))
        {
            (Some(secret_id), Some(secret_key)) => (secret_id, secret_key),
            (None, None) if self.login().is_none() => return Ok(Judgement::Nothing("it has no keys")),
            (None, None) => return Err(format!("has no keys; {}", self.cure(profile))),
            (Some(_), None) => return Err(format!("has a secretId but no secretKey; {}", self.cure(profile))),
            (None, Some(_)) => return Err(format!("has a secretKey but no secretId; {}", self.cure(profile))),
        };
        let credential = Credential::with_secret_id(secret_id).secret_key(secret_key);
        let credential = credential.with_token(Secret::of(self.token.as_ref()).unwrap_or_default());
        let credential = credential.check().map_err(|error| format!("is faulty: {error}"))?;
        match self.expires_at {
            None => Ok(Judgement::Serves(credential)),
            Some(Moment(at)) if at > clock.now() => Ok(Judgement::Serves(credential.with_expiry(at))),
            Some(moment) => Err(format!("has keys that expired at {moment}; {}", self.cure(profile))),
        }
    }

    fn names_a_role(&self) -> bool {
        [&self.role_arn, &self.role_session_name]
            .iter()
            .all(|value| value.as_ref().is_some_and(|text| !text.is_empty()))
    }

    /// The command that made the entry, if it was a login.
    fn login(&self) -> Option<&'static str> {
        match self.r#type.as_deref() {
            Some("oauth") => Some("tccli auth login"),
            Some("sso") => Some("tccli sso login"),
            _ => None,
        }
    }

    fn cure(&self, profile: &str) -> String {
        let (command, effect) = match self.login() {
            Some(command) => (command, "logs in again"),
            None => ("tccli configure", "writes new ones"),
        };
        match profile {
            "default" => format!("`{command}` {effect}"),
            profile => format!("`{command} --profile {profile}` {effect}"),
        }
    }
}
