//! A directory of descriptions.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Example, ServiceSpec, SpecError, example, find, nearest};
use crate::env::Env;

/// The one directory that isn't called as its service is: the word is a keyword of Python.
const RENAMED: (&str, &str) = ("autoscaling", "as");

/// The published descriptions in a directory, of one edition: the mainland's (tccli, in Chinese) or the international one
/// (tccli-intl-en, in English). What is read of it is read when asked for, and not kept.
#[derive(Debug, Clone)]
pub struct Metadata {
    path: PathBuf,
    /// Each version's directory, by service and version.
    services: BTreeMap<String, BTreeMap<String, PathBuf>>,
}

impl Metadata {
    /// The descriptions in this directory: `tccli/services` as tccli has it, or a directory that holds it.
    ///
    /// # Errors
    ///
    /// - There are none in it.
    /// - It can't be listed.
    pub fn open(directory: impl AsRef<Path>) -> Result<Self, SpecError> {
        let directory = directory.as_ref();
        for path in [directory.join("tccli/services"), directory.join("services"), directory.to_owned()] {
            if path.is_dir() {
                let services = list_services(&path).map_err(|error| SpecError::unreadable(&path, error))?;
                if !services.is_empty() {
                    return Ok(Self { path, services });
                }
            }
        }
        Err(SpecError::missing("no API metadata in it, neither as `tccli/services` nor as `services`")
            .in_file(directory))
    }

    /// The descriptions in the directory that `TENCENT_ACTION_METADATA` names, else those of an installed tccli.
    ///
    /// It is looked for as the system would find the program, on `PATH`; then among the packages of the virtual environment that
    /// `VIRTUAL_ENV` names, of the Pythons on `PATH`, of the user, and among the programs of pipx and uv. No program is started.
    ///
    /// # Errors
    ///
    /// - The directory that the variable names has none.
    /// - There is no tccli. The error says how to install it.
    pub fn find() -> Result<Self, SpecError> {
        find::find(&Env::default())
    }

    /// The directory in which the services are.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The names of the services, sorted.
    pub fn services(&self) -> impl Iterator<Item = &str> {
        self.services.keys().map(String::as_str)
    }

    /// The versions of a service, the oldest first; none if there is no such service.
    pub fn versions(&self, service: &str) -> impl DoubleEndedIterator<Item = &str> {
        self.services.get(service).into_iter().flat_map(|versions| versions.keys().map(String::as_str))
    }

    /// Reads the description of one version of a service.
    ///
    /// # Errors
    ///
    /// - There is no such service, or no such version of it.
    /// - Its `api.json` can't be read, or isn't what [`ServiceSpec::from_json`] reads.
    pub fn load(&self, service: &str, version: &str) -> Result<ServiceSpec, SpecError> {
        read(&self.directory(service, version)?.join("api.json"), ServiceSpec::from_json)
    }

    /// Reads the published examples of one version of a service, by action.
    ///
    /// # Errors
    ///
    /// - There is no such service, or no such version of it.
    /// - Its `examples.json` can't be read, or isn't JSON of the known form. The error names the place.
    pub fn examples(&self, service: &str, version: &str) -> Result<BTreeMap<String, Vec<Example>>, SpecError> {
        read(&self.directory(service, version)?.join("examples.json"), example::read)
    }

    fn directory(&self, service: &str, version: &str) -> Result<&Path, SpecError> {
        let missing = |message: String| SpecError::missing(message).in_file(&self.path);
        let unknown = || missing(format!("there is no service `{service}`{}", nearest::hint(service, self.services())));
        let versions = self.services.get(service).ok_or_else(unknown)?;
        versions.get(version).map(PathBuf::as_path).ok_or_else(|| {
            let known: Vec<&str> = self.versions(service).collect();
            missing(format!("{service} has no version `{version}`, but {}", known.join(" and ")))
        })
    }
}

fn read<T>(file: &Path, parse: impl Fn(&[u8]) -> Result<T, SpecError>) -> Result<T, SpecError> {
    let json = fs::read(file).map_err(|error| SpecError::unreadable(file, error))?;
    parse(&json).map_err(|error| error.in_file(file))
}

fn list_services(path: &Path) -> std::io::Result<BTreeMap<String, BTreeMap<String, PathBuf>>> {
    let mut services = BTreeMap::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if !entry.path().is_dir() {
            continue;
        }
        let versions = list_versions(&entry.path())?;
        if !versions.is_empty() {
            let service = if name == RENAMED.0 { RENAMED.1.into() } else { name };
            services.insert(service, versions);
        }
    }
    Ok(services)
}

fn list_versions(path: &Path) -> std::io::Result<BTreeMap<String, PathBuf>> {
    let mut versions = BTreeMap::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let version = entry.file_name().to_str().and_then(version);
        if let Some(version) = version.filter(|_| entry.path().join("api.json").is_file()) {
            versions.insert(version, entry.path());
        }
    }
    Ok(versions)
}

/// `2018-07-17` of `v20180717`.
fn version(directory: &str) -> Option<String> {
    let digits = directory.strip_prefix('v')?;
    let well_formed = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit());
    well_formed.then(|| format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]))
}
