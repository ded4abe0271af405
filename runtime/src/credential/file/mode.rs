//! Files that others than their owner can read.

use std::fs::Metadata;
use std::path::Path;

/// Says so, once for each path: the program works as it should, but the keys are only as safe as the machine's users are
/// few.
#[cfg(unix)]
pub(super) fn warn_if_open_to_others(path: &Path, metadata: &Metadata) {
    use std::os::unix::fs::PermissionsExt;

    let mode = metadata.permissions().mode() & 0o777;
    if is_open_to_others(mode, || mode_of_parent(path)) && is_first_warning(path) {
        tracing::warn!(
            path = %path.display(),
            mode = format_args!("{mode:04o}"),
            "others can read this file of credentials; `chmod 600` closes it",
        );
    }
}

#[cfg(not(unix))]
pub(super) fn warn_if_open_to_others(_: &Path, _: &Metadata) {}

/// Whether group or others may read a file, and enter the directory that it is in. tccli makes its files open in a
/// directory that is closed.
#[cfg(unix)]
fn is_open_to_others(mode: u32, mode_of_parent: impl FnOnce() -> u32) -> bool {
    const READ: u32 = 0o044;
    mode & READ != 0 && mode & READ & (mode_of_parent() << 2) != 0
}

/// The mode of the directory that the file really is in: it may have been reached through a link. If that can't be told,
/// it counts as open.
#[cfg(unix)]
fn mode_of_parent(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;

    let parent = std::fs::canonicalize(path).and_then(|path| path.parent().unwrap_or(&path).metadata());
    parent.map_or(0o777, |metadata| metadata.permissions().mode())
}

/// Sources read their files again and again; one warning is enough for as long as the process lives.
#[cfg(unix)]
fn is_first_warning(path: &Path) -> bool {
    use std::collections::BTreeSet;
    use std::path::PathBuf;
    use std::sync::{Mutex, PoisonError};

    static WARNED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    WARNED.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned())
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_open_if_both_it_and_its_directory_are() {
        for (file, directory, open) in [
            (0o600, 0o755, false),
            (0o644, 0o755, true),
            (0o644, 0o700, false),
            (0o640, 0o750, true),
            (0o640, 0o705, false),
            (0o604, 0o701, true),
            (0o622, 0o777, false),
        ] {
            assert_eq!(is_open_to_others(file, || directory), open, "{file:o} in {directory:o}");
        }
    }

    #[test]
    fn a_path_is_warned_of_once() {
        let path = Path::new("/made/up/for/this/test");
        assert!(is_first_warning(path) && !is_first_warning(path));
    }
}
