//! What a command is about: a service, at times a version of it, and names.

use super::fault::Fault;
use crate::spec::{Metadata, ServiceSpec, nearest};

pub(super) struct Target<'a> {
    pub(super) service: &'a str,
    pub(super) version: Option<&'a str>,
    pub(super) names: &'a [String],
}

impl<'a> Target<'a> {
    /// `vod ManageTask` or `vod 2018-07-17 ManageTask`: what `search` prints can be put here.
    pub(super) fn parse(words: &'a [String]) -> Result<Self, Fault> {
        let [service, rest @ ..] = words else { return Err(Fault::usage("name a service, as vod")) };
        Ok(match rest {
            [version, names @ ..] if is_version(version) => Self { service, version: Some(version), names },
            names => Self { service, version: None, names },
        })
    }

    /// The version that is given, or the newest that has all names among those that `known` lists.
    pub(super) fn load(
        &self,
        metadata: &Metadata,
        known: impl Fn(&ServiceSpec) -> Vec<&str>,
    ) -> Result<ServiceSpec, Fault> {
        let versions: Vec<&str> = match self.version {
            Some(version) => vec![version],
            None => metadata.versions(self.service).rev().collect(),
        };
        if !metadata.versions(self.service).any(|version| versions.contains(&version)) {
            let error = metadata.load(self.service, self.version.unwrap_or_default()).err();
            return Err(Fault::NotFound(error.map(|error| error.to_string()).unwrap_or_default()));
        }
        let mut specs = Vec::new();
        for version in versions {
            let spec = metadata.load(self.service, version)?;
            if self.names.iter().all(|name| known(&spec).contains(&name.as_str())) {
                return Ok(spec);
            }
            specs.push(spec);
        }
        Err(Fault::NotFound(self.missing(&specs, known)))
    }

    fn missing(&self, specs: &[ServiceSpec], known: impl Fn(&ServiceSpec) -> Vec<&str>) -> String {
        let version_of = |name: &str| specs.iter().find(|spec| known(spec).contains(&name));
        let Some(unknown) = self.names.iter().find(|name| version_of(name).is_none()) else {
            let places = self.names.iter().filter_map(|name| Some((name, version_of(name)?)));
            let places: Vec<_> = places.map(|(name, spec)| format!("`{name}` is in {}", spec.version)).collect();
            return format!("no version of {} has all of these: {}", self.service, places.join(", "));
        };
        if specs.iter().any(|spec| names(spec).contains(&unknown.as_str())) {
            return format!(
                "`{unknown}` is a data type, and comes with the actions that have it: `show {} {unknown}` shows it",
                self.service
            );
        }
        let all = specs.iter().flat_map(&known);
        let version = self.version.map(|version| format!(" {version}")).unwrap_or_default();
        let mut hint = nearest::hint(unknown, all);
        if hint.is_empty() {
            hint = format!("; `search {} {unknown}` looks for it in names and texts", self.service);
        }
        format!("{}{version} has no `{unknown}`{hint}", self.service)
    }
}

/// `2018-07-17`. Names of actions begin with a letter.
fn is_version(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
}

/// The actions and data types of a service.
pub(super) fn names(spec: &ServiceSpec) -> Vec<&str> {
    spec.names().collect()
}

/// The actions of a service.
pub(super) fn actions(spec: &ServiceSpec) -> Vec<&str> {
    spec.actions.keys().map(String::as_str).collect()
}
