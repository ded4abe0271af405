//! The journal: what was begun, and what became of it, in a file that survives a crash.
//!
//! ```text
//! abort_waiting journal 1: cloud https://vod.tencentcloudapi.com account 100000000001 sub-application 1500012345
//! begin 251000333-procedurev2-00007
//! done 251000333-procedurev2-00007 510f4d68-09c9-44a3-ab55-192ff22297c9
//! ```
//!
//! A `begin` is on the disk before its request goes out. Where nothing follows it, the task may have been aborted.

mod file;

use std::fmt;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use self::file::{Content, Tail};
use super::owner::Owner;
use super::record::{Mark, Past, line};

/// A journal that this process alone writes.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    tail: Mutex<Tail>,
}

/// Why a journal can't be used.
#[derive(Debug)]
pub struct JournalError {
    path: PathBuf,
    fault: String,
}

impl Journal {
    /// Opens a journal, or makes a new one, and gives what it says. The lock on the file goes with the process, however that
    /// ends.
    ///
    /// # Errors
    ///
    /// - Another process writes it.
    /// - It is of another cloud, account or application, of another version, or no journal at all.
    /// - One of its lines makes no sense. The last one may be torn; it is taken away then.
    /// - The file can't be read or written.
    pub fn open(path: &Path, owner: &Owner) -> Result<(Self, Past), JournalError> {
        let at = |fault: String| JournalError { path: path.to_owned(), fault };
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
        let file = file.map_err(|error| at(error.to_string()))?;
        file.try_lock().map_err(|error| {
            at(match error {
                TryLockError::WouldBlock => "another process is using this journal".to_owned(),
                TryLockError::Error(error) => format!("it can't be locked: {error}"),
            })
        })?;
        let content = Content::read(&file, &head(owner)).map_err(&at)?;
        let tail = Tail::after(file, &content, &head(owner)).map_err(|error| at(error.to_string()))?;
        if content.is_new() {
            sync_directory(path).map_err(|error| at(error.to_string()))?;
        }
        Ok((Self { path: path.to_owned(), tail: Mutex::new(tail) }, content.past))
    }

    /// What a journal says; nothing, if there is none. Nothing is changed, and another process may be writing it.
    ///
    /// # Errors
    ///
    /// The same, but for the lock.
    pub fn read(path: &Path, owner: &Owner) -> Result<Past, JournalError> {
        let at = |fault: String| JournalError { path: path.to_owned(), fault };
        match File::open(path) {
            Ok(file) => Ok(Content::read(&file, &head(owner)).map_err(at)?.past),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Past::default()),
            Err(error) => Err(at(error.to_string())),
        }
    }

    /// Notes that requests go out next, and doesn't return before that is on the disk.
    ///
    /// # Errors
    ///
    /// If it can't be written: nothing may go out then.
    pub fn begin(&self, ids: &[String]) -> Result<(), JournalError> {
        let lines: String = ids.iter().map(|id| line(Mark::Begin, id, "")).collect();
        self.write(&lines)?;
        self.sync()
    }

    /// Notes what became of a task. It needn't be on the disk at once: who doesn't find it there looks at the task.
    ///
    /// # Errors
    ///
    /// If it can't be written.
    pub fn note(&self, mark: Mark, id: &str, text: &str) -> Result<(), JournalError> {
        self.write(&line(mark, id, text))
    }

    /// Waits until all of it is on the disk.
    ///
    /// # Errors
    ///
    /// If that can't be had.
    pub fn sync(&self) -> Result<(), JournalError> {
        self.with(Tail::sync)
    }

    /// What it says by now.
    ///
    /// # Errors
    ///
    /// If it can't be read.
    pub fn past(&self) -> Result<Past, JournalError> {
        self.with(Tail::past)
    }

    fn write(&self, lines: &str) -> Result<(), JournalError> {
        self.with(|tail| tail.write(lines))
    }

    fn with<T>(&self, act: impl FnOnce(&mut Tail) -> io::Result<T>) -> Result<T, JournalError> {
        let outcome = act(&mut self.tail.lock().unwrap_or_else(PoisonError::into_inner));
        outcome.map_err(|error| JournalError { path: self.path.clone(), fault: error.to_string() })
    }
}

/// The first line.
fn head(owner: &Owner) -> String {
    format!("{}{owner}\n", file::TITLE)
}

/// That a new file is there must be on the disk too. Windows has no such thing.
fn sync_directory(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        File::open(parent.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.fault)
    }
}

impl std::error::Error for JournalError {}
