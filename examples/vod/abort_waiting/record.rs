//! The lines of a journal.

use std::collections::BTreeMap;
use std::fmt;

/// What a line says of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A request to abort it goes out next.
    Begin,
    /// It didn't go out after all.
    Unsent,
    /// The task is aborted.
    Done,
    /// It was too late: the task had begun.
    Late,
    /// There is no such task any more.
    Gone,
    /// It was refused, and the task waits still.
    Failed,
    /// Nobody knows what became of the request.
    Unsure,
}

/// What a journal says of each task by its last line, if that isn't that all is as before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Past {
    marks: BTreeMap<String, Mark>,
}

const WORDS: [(&str, Mark); 7] = [
    ("begin", Mark::Begin),
    ("unsent", Mark::Unsent),
    ("done", Mark::Done),
    ("late", Mark::Late),
    ("gone", Mark::Gone),
    ("failed", Mark::Failed),
    ("unsure", Mark::Unsure),
];

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = WORDS.iter().find(|(_, mark)| mark == self).map_or("", |(word, _)| word);
        f.write_str(word)
    }
}

impl Mark {
    fn of(word: &str) -> Option<Self> {
        WORDS.iter().find(|(of, _)| *of == word).map(|(_, mark)| *mark)
    }
}

impl Past {
    /// Takes in a line: a mark, an id, and what is for people only. `None` if it is no such line.
    pub(super) fn read(&mut self, line: &str) -> Option<()> {
        let mut words = line.split(' ');
        let (mark, id) = (Mark::of(words.next()?)?, words.next().filter(|id| is_plain(id))?);
        self.marks.insert(id.to_owned(), mark);
        Some(())
    }

    /// Whether there is nothing left to do about a task.
    pub fn is_over(&self, id: &str) -> bool {
        matches!(self.marks.get(id), Some(Mark::Done | Mark::Late | Mark::Gone))
    }

    /// The tasks that may or may not have been aborted.
    pub fn open(&self) -> Vec<String> {
        let open = self.marks.iter().filter(|(_, mark)| matches!(mark, Mark::Begin | Mark::Unsure));
        open.map(|(id, _)| id.clone()).collect()
    }
}

/// Whether an id is a word, so that a line can hold it. All are; but it is a server that says them.
pub(super) fn is_plain(id: &str) -> bool {
    !id.is_empty() && !id.contains(|char: char| char.is_whitespace() || char.is_control())
}

/// A line, whatever the text holds.
pub(super) fn line(mark: Mark, id: &str, text: &str) -> String {
    let space = if text.is_empty() { "" } else { " " };
    let text: String = text.chars().map(|char| if char.is_control() { ' ' } else { char }).collect();
    format!("{mark} {id}{space}{text}\n")
}
