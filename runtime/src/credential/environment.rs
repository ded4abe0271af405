//! Credentials from environment variables.

use std::borrow::Cow;

use async_trait::async_trait;

use super::{Credential, CredentialError, ProvideCredential};
use crate::env::{Env, NotUnicode};

const SECRET_ID: &str = "TENCENTCLOUD_SECRET_ID";
const SECRET_KEY: &str = "TENCENTCLOUD_SECRET_KEY";
const TOKEN: &str = "TENCENTCLOUD_TOKEN";

/// Reads `TENCENTCLOUD_SECRET_ID`, `TENCENTCLOUD_SECRET_KEY` and, for temporary keys, `TENCENTCLOUD_TOKEN`.
///
/// An empty variable counts as unset. With only one of id and key set, that is an error, not a reason to look elsewhere.
#[derive(Debug, Clone, Default)]
pub struct EnvironmentCredentials {
    env: Env,
}

impl EnvironmentCredentials {
    pub(crate) fn new(env: Env) -> Self {
        Self { env }
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
        Ok(Some(match self.env.var(TOKEN)? {
            Some(token) => credential.with_token(token),
            None => credential,
        }))
    }

    fn looks_at(&self) -> Cow<'static, str> {
        format!("the environment variables {SECRET_ID} and {SECRET_KEY} (both unset or empty)").into()
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
    use crate::credential::Source;

    async fn found(variables: &[(&'static str, &str)]) -> Result<Credential, String> {
        let environment = EnvironmentCredentials::new(Env::fixed(variables));
        Source(Box::new(environment)).credential().await.map_err(|error| error.to_string())
    }

    #[tokio::test]
    async fn reads_the_pair_and_the_token() {
        let pair = found(&[(SECRET_ID, "id"), (SECRET_KEY, "key"), (TOKEN, "")]).await.unwrap();
        assert_eq!((pair.secret_id(), pair.secret_key(), pair.token()), ("id", "key", None));
        let temporary = found(&[(SECRET_ID, "id"), (SECRET_KEY, "key"), (TOKEN, "token")]).await.unwrap();
        assert_eq!(temporary.token(), Some("token"));
    }

    #[tokio::test]
    async fn nothing_found_names_the_variables() {
        for variables in [&[][..], &[(SECRET_ID, ""), (SECRET_KEY, "")]] {
            let message = found(variables).await.unwrap_err();
            assert!(message.contains(SECRET_ID) && message.contains(SECRET_KEY), "{message}");
            assert!(message.contains(".credentials(…)"), "{message}");
        }
    }

    #[tokio::test]
    async fn half_a_pair_is_an_error_that_names_the_other_half() {
        assert!(found(&[(SECRET_ID, "id")]).await.unwrap_err().contains("but TENCENTCLOUD_SECRET_KEY is unset"));
        assert!(found(&[(SECRET_KEY, "k")]).await.unwrap_err().contains("but TENCENTCLOUD_SECRET_ID is unset"));
    }
}
