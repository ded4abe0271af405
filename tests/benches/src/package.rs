//! What a user takes in with the crate: packages, and bytes of a program.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Output};

use crate::folder;

/// The packages that are compiled for the default features on Linux, the crate itself not among them: each name with its
/// versions.
pub(crate) fn dependencies(manifest: &Path, package: &str) -> Result<BTreeMap<String, BTreeSet<String>>, String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["tree", "--locked", "--edges", "normal,build", "--prefix", "none", "--format", "{p}"]);
    cargo.args(["--target", "x86_64-unknown-linux-gnu", "--package", package, "--manifest-path"]).arg(manifest);
    let tree = succeed(cargo)?;
    let mut packages = BTreeMap::<_, BTreeSet<_>>::new();
    for line in String::from_utf8_lossy(&tree.stdout).lines() {
        let mut words = line.split(' ');
        if let (Some(name), Some(version)) = (words.next(), words.next()) {
            packages.entry(name.to_owned()).or_default().insert(version.to_owned());
        }
    }
    packages.remove(package);
    Ok(packages)
}

/// The size of the README's program, built for release and stripped.
pub(crate) fn app_size() -> Result<u64, String> {
    let manifest = folder::root().join("tests/benches/Cargo.toml");
    let target = std::env::current_exe().ok().and_then(|exe| Some(exe.parent()?.parent()?.to_owned()));
    let target = target.ok_or("this program isn't where cargo puts programs")?;
    let mut cargo = Command::new("cargo");
    cargo.args(["rustc", "--release", "--locked", "--package", "readme-app", "--manifest-path"]).arg(manifest);
    cargo.arg("--target-dir").arg(&target).args(["--", "-C", "strip=symbols"]);
    succeed(cargo)?;
    let app = target.join("release/readme-app");
    let size = |app: &Path| std::fs::metadata(app).map(|metadata| metadata.len());
    size(&app).map_err(|error| format!("{}: {error}", app.display()))
}

pub(crate) fn succeed(mut command: Command) -> Result<Output, String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{program}: {error}"))?;
    if output.status.success() {
        return Ok(output);
    }
    Err(format!("{command:?} fails:\n{}", String::from_utf8_lossy(&output.stderr)))
}
