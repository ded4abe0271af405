//! Where a lock file is: its path counts from the manifest of the crate that the source file belongs to.

use std::env;
use std::path::{Path, PathBuf, absolute};

use syn::LitStr;

/// The path that is meant by `spec = "…"`.
///
/// The manifest that cargo names is that of the crate which is compiled. That is another one where a macro of a
/// dependency declares an action, and under `trybuild`; so the nearest one above the source file goes first.
pub(super) fn path_of(said: &LitStr) -> PathBuf {
    let source = source_of(said).filter(|file| !is_generated(file));
    let near = source.and_then(|file| manifest_dir_above(&file));
    let dir = near.or_else(|| variable("CARGO_MANIFEST_DIR")).unwrap_or_default();
    let path = dir.join(said.value());
    absolute(&path).unwrap_or(path)
}

/// The file that this stands in, if it is one, and a compiler that we can ask.
fn source_of(said: &LitStr) -> Option<PathBuf> {
    let file = proc_macro::is_available().then(|| said.span().unwrap().local_file()).flatten()?;
    absolute(file).ok()
}

fn manifest_dir_above(file: &Path) -> Option<PathBuf> {
    file.ancestors().skip(1).find(|dir| dir.join("Cargo.toml").is_file()).map(Path::to_path_buf)
}

/// Whether a build script wrote it: the manifest above its output is that of whoever builds.
fn is_generated(file: &Path) -> bool {
    variable("OUT_DIR").is_some_and(|dir| file.starts_with(dir))
}

/// A variable that cargo sets for the compiler.
#[expect(clippy::disallowed_methods, reason = "there is no client here: it is the compiler's environment that is read")]
fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).map(PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_manifest_counts() {
        let macros = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(manifest_dir_above(&macros.join("src/spec/place.rs")).as_deref(), Some(macros));
        assert_eq!(manifest_dir_above(Path::new("/no/such/place.rs")), None);
    }

    #[test]
    fn without_a_source_file_the_manifest_of_cargo_counts() {
        let said = syn::parse_str(r#""specs/vod.spec""#).unwrap();
        assert_eq!(path_of(&said), Path::new(env!("CARGO_MANIFEST_DIR")).join("specs/vod.spec"));
    }
}
