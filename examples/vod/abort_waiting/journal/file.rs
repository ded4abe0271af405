//! What is in the file, and how it grows.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use super::super::record::Past;

/// What each journal of this version begins with.
pub(super) const TITLE: &str = "abort_waiting journal 1: ";
/// What each journal begins with.
const ANY_TITLE: &str = "abort_waiting journal ";

/// What was read.
#[derive(Debug)]
pub(super) struct Content {
    pub(super) past: Past,
    /// How many bytes of it are whole lines.
    whole: u64,
}

impl Content {
    /// Reads a file that begins with this line, or with a part of it and nothing else.
    pub(super) fn read(mut file: &File, head: &str) -> Result<Self, String> {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        if whole == 0 && head.as_bytes().starts_with(&bytes) {
            return Ok(Self { past: Past::default(), whole: 0 });
        }
        // Text that isn't UTF-8 fits nothing that is looked for, and is shown as well as may be.
        let text = String::from_utf8_lossy(&bytes[..whole]);
        let mut lines = text.lines();
        check_head(lines.next().unwrap_or_default(), head.trim_end())?;
        let mut past = Past::default();
        for (index, line) in lines.enumerate() {
            past.read(line).ok_or_else(|| format!("line {} makes no sense: {}", index + 2, line.escape_debug()))?;
        }
        Ok(Self { past, whole: u64::try_from(whole).unwrap_or(u64::MAX) })
    }

    pub(super) fn is_new(&self) -> bool {
        self.whole == 0
    }
}

fn check_head(found: &str, wanted: &str) -> Result<(), String> {
    if found == wanted {
        return Ok(());
    }
    let shown = |head: &str| head.strip_prefix(TITLE).map(|owner| owner.escape_debug().to_string());
    match (shown(found), shown(wanted)) {
        (Some(theirs), Some(ours)) => Err(format!("it is the journal of {theirs}, and this is {ours}")),
        _ if found.starts_with(ANY_TITLE) => Err("it is a journal of another version".to_owned()),
        _ => Err("it isn't a journal, and is left as it is".to_owned()),
    }
}

/// The end of the file, where lines are added.
#[derive(Debug)]
pub(super) struct Tail {
    file: File,
    len: u64,
    head: String,
    /// Half a line is there, and couldn't be taken away.
    broken: bool,
}

impl Tail {
    /// The end of what was read. What is behind the last whole line was being written when a process ended; if it was a
    /// `begin`, nothing had gone out.
    pub(super) fn after(file: File, content: &Content, head: &str) -> io::Result<Self> {
        let mut tail = Self { file, len: content.whole, head: head.to_owned(), broken: false };
        tail.file.set_len(content.whole)?;
        if content.is_new() {
            tail.write(head)?;
        }
        tail.sync()?;
        Ok(tail)
    }

    /// Adds lines: all of them, or none.
    pub(super) fn write(&mut self, lines: &str) -> io::Result<()> {
        if self.broken {
            return Err(io::Error::other("an earlier line is torn"));
        }
        self.file.seek(SeekFrom::Start(self.len))?;
        if let Err(error) = self.file.write_all(lines.as_bytes()) {
            self.broken = self.file.set_len(self.len).is_err();
            return Err(error);
        }
        self.len += u64::try_from(lines.len()).unwrap_or(u64::MAX);
        Ok(())
    }

    pub(super) fn sync(&mut self) -> io::Result<()> {
        self.file.sync_data()
    }

    pub(super) fn past(&mut self) -> io::Result<Past> {
        self.file.seek(SeekFrom::Start(0))?;
        Ok(Content::read(&self.file, &self.head).map_err(io::Error::other)?.past)
    }
}
