//! The default chain: one source after the other.

mod examined;

pub use self::examined::{Examined, Outcome};

use std::borrow::Cow;
use std::sync::OnceLock;
use std::time::Duration;

use async_trait::async_trait;

use super::access::Access;
use super::provider::ask;
use super::{
    Credential, CredentialError, CvmRoleCredentials, EnvironmentCredentials, ProfileCredentials, ProvideCredential,
    TccliCredentials, TkePodCredentials,
};

/// Asks each source in turn, until one has a credential.
///
/// | | source | |
/// |---|---|---|
/// | 1 | environment | [`EnvironmentCredentials`] |
/// | 2 | profile file | [`ProfileCredentials`] |
/// | 3 | tccli | [`TccliCredentials`] |
/// | 4 | TKE pod | [`TkePodCredentials`] |
/// | 5 | CVM role | [`CvmRoleCredentials`] |
///
/// The pod comes before the node that it runs on, whose role is every pod's.
///
/// The source that gave the first credential is asked for all others: while a program runs, it doesn't become somebody
/// else. A source that is set up but broken ends the search with its error. Each has its [time](ProvideCredential::timeout);
/// that there is no metadata service takes a second at most to find out.
///
/// It is what a client uses that is given no credentials, with the client's transport, clock and site.
///
/// # Example
///
/// What the chain finds, source by source:
///
/// ```no_run
/// use tencent_action::DefaultCredentials;
///
/// # async fn examine() {
/// for examined in DefaultCredentials::new().examine().await {
///     println!("{examined}");
/// }
/// # }
/// ```
#[derive(Debug)]
pub struct DefaultCredentials {
    links: Vec<Link>,
    access: Access,
    /// The link that gave the first credential.
    chosen: OnceLock<usize>,
}

#[derive(Debug)]
struct Link {
    name: &'static str,
    source: Box<dyn ProvideCredential>,
}

impl DefaultCredentials {
    /// The chain in the environment of this process, over the network.
    pub fn new() -> Self {
        Self::with_access(Access::default())
    }

    pub(crate) fn with_access(access: Access) -> Self {
        let env = || access.env.clone();
        let tccli = TccliCredentials::new().with_env(env()).shared_clock(access.clock.clone());
        let mut links = vec![
            Link::new("environment", EnvironmentCredentials::new().with_env(env())),
            Link::new("profile file", ProfileCredentials::new().with_env(env())),
            Link::new("tccli", tccli),
            Link::new("TKE pod", TkePodCredentials::with_access(access.clone())),
        ];
        if !access.env.is_empty() {
            links.push(Link::new("CVM role", CvmRoleCredentials::in_chain(access.clone())));
        }
        Self { links, access, chosen: OnceLock::new() }
    }

    /// Asks every source, those after the first hit too, and tells what each has.
    ///
    /// It asks for real: STS is called if the program runs in a TKE pod, and the metadata service in any case.
    pub async fn examine(&self) -> Vec<Examined> {
        let mut all = Vec::with_capacity(self.links.len());
        for link in &self.links {
            let outcome = match ask(&*link.source, &*self.access.clock).await {
                Ok(Some(credential)) => Outcome::Found(credential),
                Ok(None) => Outcome::Nothing,
                Err(error) => Outcome::Broken(error),
            };
            all.push(Examined::new(link.name, link.source.looks_at(), outcome));
        }
        all
    }

    async fn ask(&self, link: &Link) -> Result<Option<Credential>, CredentialError> {
        ask(&*link.source, &*self.access.clock).await.map_err(|error| error.about(link.name))
    }

    /// Asks the source again that has given a credential before.
    async fn ask_again(&self, link: &Link) -> Result<Option<Credential>, CredentialError> {
        let credential = self.ask(link).await?;
        if credential.is_none() {
            let fault = format!("it gave a credential before, and has none now: {}", link.source.looks_at());
            return Err(CredentialError::new(fault).about(link.name));
        }
        Ok(credential)
    }
}

impl Link {
    fn new(name: &'static str, source: impl ProvideCredential) -> Self {
        Self { name, source: Box::new(source) }
    }
}

impl Default for DefaultCredentials {
    fn default() -> Self {
        Self::new()
    }
}

#[async_trait]
impl ProvideCredential for DefaultCredentials {
    async fn provide(&self) -> Result<Option<Credential>, CredentialError> {
        if let Some(link) = self.chosen.get().and_then(|index| self.links.get(*index)) {
            return self.ask_again(link).await;
        }
        for (index, link) in self.links.iter().enumerate() {
            if let Some(credential) = self.ask(link).await? {
                let index = *self.chosen.get_or_init(|| index);
                tracing::debug!(source = self.links[index].name, "credentials found");
                return Ok(Some(credential));
            }
        }
        Ok(None)
    }

    fn looks_at(&self) -> Cow<'static, str> {
        let places: Vec<_> = self.links.iter().map(|link| link.source.looks_at()).collect();
        places.join("; ").into()
    }

    /// That of all sources together.
    fn timeout(&self) -> Duration {
        self.links.iter().map(|link| link.source.timeout()).sum()
    }
}

#[cfg(test)]
mod tests;
