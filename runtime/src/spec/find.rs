//! Where an installed tccli is.

use std::cmp::Reverse;
use std::env::split_paths;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Metadata, SpecError};
use crate::env::Env;

const VARIABLE: &str = "TENCENT_ACTION_METADATA";

pub(super) fn find(env: &Env) -> Result<Metadata, SpecError> {
    if let Some(directory) = env.path(VARIABLE) {
        return Metadata::open(directory);
    }
    let packages = prefixes(env).into_iter().flat_map(|prefix| packages(&prefix));
    // What can't be read isn't the one: the next may be.
    let installed = packages.filter(|packages| packages.join("tccli/services").is_dir());
    let mut found = installed.filter_map(|packages| Metadata::open(packages).ok());
    found.next().ok_or_else(|| {
        let cure = format!("run `pip install tccli`, or name the directory of its files in {VARIABLE}");
        SpecError::missing(format!("found no API metadata: {cure}"))
    })
}

/// Where Pythons are installed, those first whose tccli would be started.
fn prefixes(env: &Env) -> Vec<PathBuf> {
    let path = env.path("PATH").unwrap_or_default();
    let directories: Vec<PathBuf> = split_paths(&path).filter(|directory| directory.is_absolute()).collect();
    let mut prefixes: Vec<PathBuf> = directories.iter().filter_map(|directory| target(directory, "tccli")).collect();
    prefixes.extend(env.path("VIRTUAL_ENV"));
    for directory in &directories {
        // On Windows, a Python is where its `python.exe` is.
        prefixes.extend(directory.parent().map(Path::to_owned));
        prefixes.extend(target(directory, "python3").into_iter().chain([directory.clone()]));
    }
    if let Some(home) = env.home() {
        prefixes.push(home.join(".local"));
        prefixes.extend(newest_first(&home.join("Library/Python"), "3"));
        prefixes.push(home.join(".local/share/pipx/venvs/tccli"));
        prefixes.push(home.join(".local/pipx/venvs/tccli"));
        prefixes.push(home.join(".local/share/uv/tools/tccli"));
    }
    prefixes
}

/// Where a program is really installed: what is on `PATH` may be a link to it.
fn target(directory: &Path, program: &str) -> Option<PathBuf> {
    let program = fs::canonicalize(directory.join(program)).ok()?;
    Some(program.parent()?.parent()?.to_owned())
}

/// The directories of packages of the Pythons in a prefix.
fn packages(prefix: &Path) -> Vec<PathBuf> {
    let mut found = vec![prefix.join("Lib/site-packages")];
    // That of macOS, for packages of one user.
    found.push(prefix.join("lib/python/site-packages"));
    for python in newest_first(&prefix.join("lib"), "python3") {
        found.extend(["site-packages", "dist-packages"].map(|name| python.join(name)));
    }
    found
}

/// The directories whose names begin like this, with the newest Python first: 3.13 before 3.9.
fn newest_first(directory: &Path, start: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten().map(|entry| entry.path());
    let name = |path: &PathBuf| path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    let mut found: Vec<PathBuf> = entries.filter(|path| name(path).starts_with(start)).collect();
    let minor = |path: &PathBuf| name(path).rsplit_once('.').and_then(|(_, minor)| minor.parse::<u32>().ok());
    found.sort_by_key(|path| (Reverse(minor(path)), path.clone()));
    found
}
