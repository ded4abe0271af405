//! Credentials of the role that a pod of TKE, Tencent's Kubernetes, may assume.

use std::borrow::Cow;
use std::time::Duration;

use async_trait::async_trait;

use super::access::Access;
use super::{Credential, CredentialError, ProvideCredential, WebIdentityCredentials, web_identity};
use crate::env::Env;

const REGION: &str = "TKE_REGION";
const PROVIDER_ID: &str = "TKE_PROVIDER_ID";
const TOKEN_FILE: &str = "TKE_WEB_IDENTITY_TOKEN_FILE";
const ROLE_ARN: &str = "TKE_ROLE_ARN";
const NAMES: [&str; 4] = [REGION, PROVIDER_ID, TOKEN_FILE, ROLE_ARN];

/// Assumes the role of the pod that the program runs in, as TKE, Tencent's Kubernetes, has set it up.
///
/// TKE gives such a pod four variables, `TKE_REGION`, `TKE_PROVIDER_ID`, `TKE_WEB_IDENTITY_TOKEN_FILE` and
/// `TKE_ROLE_ARN`. If none is set, there is no credential; an empty one counts as unset. Variables and file are read again
/// each time, and exchanged for a credential of two hours as [`WebIdentityCredentials`] does it.
///
/// STS is called in the pod's region, on the site that the client or `TENCENTCLOUD_SITE` says.
///
/// # Example
///
/// ```
/// use tencent_action::{Client, TkePodCredentials};
///
/// # fn main() -> Result<(), tencent_action::Error> {
/// let client = Client::builder().credentials(TkePodCredentials::new()).build()?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// - Some of the variables are set, but not all.
/// - Those of [`WebIdentityCredentials`].
#[derive(Debug, Default)]
pub struct TkePodCredentials {
    access: Access,
}

/// What the variables say.
struct Identity {
    region: String,
    provider_id: String,
    token_file: String,
    role_arn: String,
}

impl TkePodCredentials {
    /// The role of this pod, over the network.
    pub fn new() -> Self {
        Self::default()
    }

    pub(crate) fn with_access(access: Access) -> Self {
        Self { access }
    }
}

impl Identity {
    fn of(env: &Env) -> Result<Option<Self>, CredentialError> {
        match [env.var(REGION)?, env.var(PROVIDER_ID)?, env.var(TOKEN_FILE)?, env.var(ROLE_ARN)?] {
            [Some(region), Some(provider_id), Some(token_file), Some(role_arn)] => {
                Ok(Some(Self { region, provider_id, token_file, role_arn }))
            }
            [None, None, None, None] => Ok(None),
            values => {
                let named = |is_set| {
                    let names = NAMES.iter().zip(&values).filter(|(_, value)| value.is_some() == is_set);
                    names.map(|(name, _)| *name).collect::<Vec<_>>().join(" and ")
                };
                let (set, missing) = (named(true), named(false));
                let fault = format!("set: {set}; unset or empty: {missing}; a pod's identity needs all four");
                Err(CredentialError::new(fault))
            }
        }
    }
}

#[async_trait]
impl ProvideCredential for TkePodCredentials {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        let Some(identity) = Identity::of(&self.access.env)? else { return Ok(None) };
        let Identity { region, provider_id, token_file, role_arn } = identity;
        let client = self.access.unsigned(region)?;
        WebIdentityCredentials::new(client, role_arn, provider_id, token_file).provide().await
    }

    fn looks_at(&self) -> Cow<'static, str> {
        match Identity::of(&self.access.env) {
            Ok(Some(identity)) => format!("the role {}, which {ROLE_ARN} names", identity.role_arn).into(),
            Ok(None) => format!("the variables of a TKE pod ({} are unset or empty)", NAMES.join(", ")).into(),
            Err(_) => "the variables of a TKE pod".into(),
        }
    }

    /// That of the exchange.
    fn timeout(&self) -> Duration {
        web_identity::TIMEOUT
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use bytes::Bytes;
    use http::{HeaderMap, Request, Response};

    use super::*;
    use crate::endpoint::Site;
    use crate::transport::TransportError;

    /// The headers and the body of what a pod of this site sends to STS.
    async fn sent(site: Option<Site>, variables: &[(&'static str, &str)]) -> (HeaderMap, serde_json::Value) {
        let requests: Arc<Mutex<Vec<Request<Bytes>>>> = Arc::default();
        let kept = Arc::clone(&requests);
        let transport = Arc::new(move |request| {
            kept.lock().unwrap().push(request);
            async { Err::<Response<String>, _>(TransportError::maybe_sent("that is enough")) }
        });
        let access = Access { env: Env::fixed(variables), transport, site, ..Access::default() };
        assert!(TkePodCredentials::with_access(access).provide().await.is_err());
        let request = requests.lock().unwrap().remove(0);
        (request.headers().clone(), serde_json::from_slice(request.body()).unwrap())
    }

    #[tokio::test(start_paused = true)]
    async fn the_pod_says_who_it_is_in_its_region_on_its_site() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "a.b.c\n").unwrap();
        let variables = [
            (REGION, "ap-shanghai"),
            (PROVIDER_ID, "provider"),
            (TOKEN_FILE, file.path().to_str().unwrap()),
            (ROLE_ARN, "qcs::cam::uin/1:roleName/pod"),
            ("TENCENTCLOUD_SITE", "mainland"),
        ];
        for (site, host) in
            [(None, "sts.tencentcloudapi.com"), (Some(Site::International), "sts.intl.tencentcloudapi.com")]
        {
            let (headers, body) = sent(site, &variables).await;
            assert_eq!(
                (&headers["host"], &headers["x-tc-region"]),
                (&host.parse().unwrap(), &"ap-shanghai".parse().unwrap())
            );
            assert_eq!(headers["authorization"], "SKIP");
            assert_eq!((&body["ProviderId"], &body["WebIdentityToken"]), (&"provider".into(), &"a.b.c".into()));
            assert_eq!(
                (&body["RoleArn"], &body["DurationSeconds"]),
                (&"qcs::cam::uin/1:roleName/pod".into(), &7200.into())
            );
        }
    }
}
