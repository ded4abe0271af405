//! Locks that have been read: all declarations of a crate share one, and an editor's macro server lives long.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use super::lock::Lock;

/// A lock as it was when the file had this time and this length.
struct Entry {
    path: PathBuf,
    stamp: (Option<SystemTime>, u64),
    lock: Arc<Lock>,
}

static READ: Mutex<Vec<Entry>> = Mutex::new(Vec::new());

/// The lock at this path, which the user wrote as `said`; or what is wrong with it.
pub(super) fn load(path: &Path, said: &str) -> Result<Arc<Lock>, String> {
    let unreadable = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => {
            format!(
                "there is no `{}`: `tencent-action lock` makes it, as in `tencent-action lock --out {said} vod ManageTask`",
                path.display()
            )
        }
        _ => format!("`{}` can't be read: {error}", path.display()),
    };
    // Before it is read: what changes in between is seen the next time.
    let metadata = fs::metadata(path).map_err(unreadable)?;
    let stamp = (metadata.modified().ok(), metadata.len());
    // No entry is ever half written, whoever panicked.
    let mut entries = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = entries.iter().find(|entry| entry.path == path && entry.stamp == stamp) {
        return Ok(Arc::clone(&known.lock));
    }
    let text = fs::read_to_string(path).map_err(unreadable)?;
    let lock = Arc::new(Lock::read(text).map_err(|fault| format!("`{said}` {fault}"))?);
    entries.retain(|entry| entry.path != path);
    entries.push(Entry { path: path.to_owned(), stamp, lock: Arc::clone(&lock) });
    Ok(lock)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(action: &str) -> String {
        format!("# tencent-action spec 1\nservice vod 2018-07-17\n\naction {action}\n")
    }

    #[test]
    fn a_lock_is_read_again_when_it_has_changed() {
        let dir = std::env::temp_dir().join(format!("tencent-action-macros-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        let path = dir.join("vod.spec");
        fs::write(&path, text("First")).unwrap();
        let first = load(&path, "vod.spec").unwrap();
        assert!(Arc::ptr_eq(&first, &load(&path, "vod.spec").unwrap()));

        fs::write(&path, text("Another")).unwrap();
        let second = load(&path, "vod.spec").unwrap();
        assert!(first.action("First", "vod.spec").unwrap().is_some());
        assert!(second.action("First", "vod.spec").unwrap().is_none());
        assert!(second.action("Another", "vod.spec").unwrap().is_some());

        fs::write(&path, [0xff; 9]).unwrap();
        let fault = load(&path, "vod.spec").err().unwrap();
        assert!(fault.contains("can't be read"), "{fault}");
        fs::remove_dir_all(&dir).unwrap();
        let fault = load(&path, "vod.spec").err().unwrap();
        assert!(fault.starts_with("there is no `"), "{fault}");
    }

    #[test]
    fn threads_share_a_lock_and_survive_one_that_panicked() {
        let poisoner = std::thread::spawn(|| {
            let _held = READ.lock();
            panic!("for this test");
        });
        assert!(poisoner.join().is_err());
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/specs/vod-2018-07-17.spec");
        let threads: Vec<_> = (0..4)
            .map(|_| {
                let path = path.clone();
                std::thread::spawn(move || load(&path, "vod.spec").map(|lock| lock.service().to_owned()))
            })
            .collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), Ok("vod".to_owned()));
        }
    }
}
