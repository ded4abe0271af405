//! Credentials from environment variables.

use std::borrow::Cow;

use async_trait::async_trait;

use super::{Credential, CredentialError, ProvideCredential};
use crate::env::{Env, NotUnicode};

const SECRET_ID: &str = "TENCENTCLOUD_SECRET_ID";
const SECRET_KEY: &str = "TENCENTCLOUD_SECRET_KEY";
const TOKEN: &str = "TENCENTCLOUD_TOKEN";
/// What the SDK for Node calls it.
const SESSION_TOKEN: &str = "TENCENTCLOUD_SESSION_TOKEN";

/// Reads `TENCENTCLOUD_SECRET_ID`, `TENCENTCLOUD_SECRET_KEY` and, for temporary keys, `TENCENTCLOUD_TOKEN`.
///
/// The token may also be in `TENCENTCLOUD_SESSION_TOKEN`, as the SDK for Node has it. An empty variable counts as unset.
///
/// # Errors
///
/// - Only one of id and key is set: that is no reason to look elsewhere.
/// - Both variables for the token are set, and differ.
/// - A value isn't Unicode.
#[derive(Debug, Clone, Default)]
pub struct EnvironmentCredentials {
    env: Env,
}

impl EnvironmentCredentials {
    /// The variables of this process.
    pub fn new() -> Self {
        Self::default()
    }

    pub(crate) fn with_env(mut self, env: Env) -> Self {
        self.env = env;
        self
    }

    /// The token, by whichever name it goes. Its value is in no error.
    fn token(&self) -> Result<Option<String>, CredentialError> {
        match (self.env.var(TOKEN)?, self.env.var(SESSION_TOKEN)?) {
            (Some(token), Some(other)) if token != other => Err(CredentialError::new(format!(
                "{TOKEN} and {SESSION_TOKEN} are both set, and differ: unset the one that doesn't belong to {SECRET_ID}"
            ))),
            (token, other) => Ok(token.or(other)),
        }
    }
}

#[async_trait]
impl ProvideCredential for EnvironmentCredentials {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        let (secret_id, secret_key) = match (self.env.var(SECRET_ID)?, self.env.var(SECRET_KEY)?) {
            (Some(secret_id), Some(secret_key)) => (secret_id, secret_key),
            (None, None) => return Ok(None),
            (Some(_), None) => return Err(half_set(SECRET_ID, SECRET_KEY)),
            (None, Some(_)) => return Err(half_set(SECRET_KEY, SECRET_ID)),
        };
        let credential = Credential::with_secret_id(secret_id).secret_key(secret_key);
        Ok(Some(credential.with_token(self.token()?.unwrap_or_default())))
    }

    fn looks_at(&self) -> Cow<'static, str> {
        let unset = |name| matches!(self.env.var(name), Ok(None));
        let how = if unset(SECRET_ID) && unset(SECRET_KEY) { " (both unset or empty)" } else { "" };
        format!("the environment variables {SECRET_ID} and {SECRET_KEY}{how}").into()
    }
}

fn half_set(set: &str, missing: &str) -> CredentialError {
    CredentialError::new(format!("{set} is set, but {missing} is unset or empty: set both, or neither"))
}

impl From<NotUnicode> for CredentialError {
    fn from(error: NotUnicode) -> Self {
        Self::new(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credential::source::found as found_by;

    async fn found(variables: &[(&'static str, &str)]) -> Result<Credential, String> {
        let environment = EnvironmentCredentials::new().with_env(Env::fixed(variables));
        found_by(environment).await.map_err(|error| error.to_string())
    }

    #[tokio::test]
    async fn reads_the_pair_and_the_token() {
        let pair = found(&[(SECRET_ID, "id"), (SECRET_KEY, "key"), (TOKEN, "")]).await.unwrap();
        assert_eq!((pair.secret_id(), pair.secret_key(), pair.token()), ("id", "key", None));
        let temporary = found(&[(SECRET_ID, "id"), (SECRET_KEY, "key"), (TOKEN, "token")]).await.unwrap();
        assert_eq!(temporary.token(), Some("token"));
    }

    #[tokio::test]
    async fn the_token_goes_by_either_name_but_not_by_two() {
        let with = async |token: &str, session_token: &str| {
            found(&[(SECRET_ID, "id"), (SECRET_KEY, "key"), (TOKEN, token), (SESSION_TOKEN, session_token)]).await
        };
        for (token, session_token) in [("t", ""), ("", "t"), ("t", "t")] {
            assert_eq!(with(token, session_token).await.unwrap().token(), Some("t"));
        }
        assert_eq!(with("", "").await.unwrap().token(), None);
        let message = with("marker-1", "marker-2").await.unwrap_err();
        assert!(message.contains(TOKEN) && message.contains(SESSION_TOKEN) && !message.contains("marker"), "{message}");
    }

    #[tokio::test]
    async fn nothing_found_names_the_variables() {
        for variables in [&[][..], &[(SECRET_ID, ""), (SECRET_KEY, "")]] {
            let message = found(variables).await.unwrap_err();
            assert!(message.contains(SECRET_ID) && message.contains(SECRET_KEY), "{message}");
            assert!(message.contains(".credentials(…)") && message.contains("(both unset or empty)"), "{message}");
        }
    }

    #[tokio::test]
    async fn half_a_pair_is_an_error_that_names_the_other_half() {
        assert!(found(&[(SECRET_ID, "id")]).await.unwrap_err().contains("but TENCENTCLOUD_SECRET_KEY is unset"));
        assert!(found(&[(SECRET_KEY, "k")]).await.unwrap_err().contains("but TENCENTCLOUD_SECRET_ID is unset"));
    }
}
