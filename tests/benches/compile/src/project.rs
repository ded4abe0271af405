//! Workspaces with the programs that are compared.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::declared::Declared;
use crate::{plain, program};

/// Cargo's own settings, but for what makes a build depend on the one before, and for the size of what is shipped.
pub(crate) const PROFILES: &str = "\n[profile.dev]\nincremental = false\n\n[profile.release]\nstrip = true\n";

/// Where all of them are built, seen from each, so that their dependencies are built once.
pub(crate) const SHARED: &str = "../target";

/// Writes four programs: all that is declared, and nothing, each ours and plain.
pub(crate) fn write(directory: &Path, root: &Path, declared: &Declared) -> io::Result<PathBuf> {
    let workspace = format!("[workspace]\nresolver = \"3\"\nmembers = [\"*_*\"]\n{PROFILES}");
    fs::create_dir_all(directory)?;
    fs::write(directory.join("Cargo.toml"), workspace)?;
    fs::create_dir_all(directory.join(".cargo"))?;
    fs::write(directory.join(".cargo/config.toml"), format!("[build]\ntarget-dir = {SHARED:?}\n"))?;
    lock(directory, root)?;
    let runtime = dependencies(root);
    let serde = "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n";
    let plain = plain::plain(&declared.text);
    package(directory, "ours_none", &runtime, &program::ours(None), "")?;
    package(directory, "ours_all", &runtime, &program::ours(Some(declared)), &declared.text)?;
    package(directory, "plain_none", serde, &program::plain(None), "")?;
    package(directory, "plain_all", serde, &program::plain(Some(declared)), &plain)?;
    Ok(directory.to_owned())
}

fn dependencies(root: &Path) -> String {
    format!("serde = \"1\"\ntencent-action = {{ path = '{}' }}\n", root.join("runtime").display())
}

/// The versions that the repository is tested with.
pub(crate) fn lock(directory: &Path, root: &Path) -> io::Result<()> {
    fs::copy(root.join("Cargo.lock"), directory.join("Cargo.lock")).map(drop)
}

fn package(directory: &Path, name: &str, dependencies: &str, main: &str, declared: &str) -> io::Result<()> {
    let sources = directory.join(name).join("src");
    fs::create_dir_all(&sources)?;
    fs::write(directory.join(name).join("Cargo.toml"), manifest(name, dependencies))?;
    fs::write(sources.join("main.rs"), main)?;
    fs::write(sources.join("declared.rs"), declared)
}

pub(crate) fn manifest(name: &str, dependencies: &str) -> String {
    format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}")
}
