//! The INI format, as far as files of credentials use it.
//!
//! ```ini
//! # A comment, and so is a line that begins with a semicolon.
//! [default]
//! secret_id = AKID…
//! secret_key: …
//! ```
//!
//! A comment has a line of its own, since a value may hold `#` and `;`; quotes are part of the value, as Python's
//! `configparser` has them. What is said twice is a fault, and so is a line that says nothing: a key that is pasted onto
//! two lines is then found here, and not at the cloud. No text of the file is part of an error, but for the names of
//! sections.

/// The sections of a file, which is borrowed: its text is zeroed in the end, and no copy is left behind.
#[derive(Debug)]
pub(super) struct Ini<'a> {
    sections: Vec<Section<'a>>,
}

pub(super) struct Section<'a> {
    pub(super) name: &'a str,
    pub(super) line: usize,
    entries: Vec<Entry<'a>>,
}

struct Entry<'a> {
    key: &'a str,
    value: &'a str,
    line: usize,
}

/// What is wrong, and in which line, counted from 1.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: {fault}")]
pub(super) struct IniError {
    line: usize,
    fault: String,
}

impl<'a> Ini<'a> {
    pub(super) fn parse(text: &'a str) -> Result<Self, IniError> {
        let mut ini = Self { sections: Vec::new() };
        for (line, text) in (1..).zip(text.lines()) {
            ini.read(text, line).map_err(|fault| IniError { line, fault })?;
        }
        Ok(ini)
    }

    fn read(&mut self, text: &'a str, line: usize) -> Result<(), String> {
        match Line::parse(text)? {
            Line::Blank => {}
            Line::Section(name) => {
                if let Some(first) = self.section(name) {
                    let (name, first) = (name.escape_debug(), first.line);
                    return Err(format!("section [{name}] is there already, in line {first}: merge the two"));
                }
                self.sections.push(Section { name, line, entries: Vec::new() });
            }
            Line::Entry(key, value) => {
                let section = self.sections.last_mut();
                section.ok_or("it stands before any section: write `[default]` above it")?.add(key, value, line)?;
            }
        }
        Ok(())
    }

    pub(super) fn section(&self, name: &str) -> Option<&Section<'a>> {
        self.sections.iter().find(|section| section.name == name)
    }

    /// The sections there are, for a message.
    pub(super) fn names(&self) -> String {
        if self.sections.is_empty() {
            return "it has no sections".to_owned();
        }
        let names: Vec<String> =
            self.sections.iter().map(|section| format!("[{}]", section.name.escape_debug())).collect();
        format!("it has {}", names.join(", "))
    }
}

impl<'a> Section<'a> {
    fn add(&mut self, key: &'a str, value: &'a str, line: usize) -> Result<(), String> {
        if let Some(twin) = self.entries.iter().find(|other| other.key.eq_ignore_ascii_case(key)) {
            // The key isn't named: in a broken file it may be a piece of a secret.
            let (name, first) = (self.name.escape_debug(), twin.line);
            return Err(format!("section [{name}] has this key already, in line {first}: leave one"));
        }
        self.entries.push(Entry { key, value, line });
        Ok(())
    }

    /// The value of a key, in whatever case that is written. An empty one counts as none.
    pub(super) fn value(&self, key: &str) -> Option<&'a str> {
        let entry = self.entries.iter().find(|entry| entry.key.eq_ignore_ascii_case(key))?;
        Some(entry.value).filter(|value| !value.is_empty())
    }

    /// Whether nothing in it has a value.
    pub(super) fn is_blank(&self) -> bool {
        self.entries.iter().all(|entry| entry.value.is_empty())
    }
}

/// Shows no values, and no keys, which in a broken file may be pieces of secrets.
impl std::fmt::Debug for Section<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Section").field("name", &self.name).field("entries", &self.entries.len()).finish()
    }
}

/// What a line says.
enum Line<'a> {
    Blank,
    Section(&'a str),
    Entry(&'a str, &'a str),
}

impl<'a> Line<'a> {
    fn parse(text: &'a str) -> Result<Self, &'static str> {
        let text = text.trim();
        if is_blank(text) {
            return Ok(Self::Blank);
        }
        if let Some(header) = text.strip_prefix('[') {
            let (name, rest) = header.split_once(']').ok_or("the name of the section has no `]` after it")?;
            return match name.trim() {
                "" => Err("the section has no name: write it as `[default]`"),
                name if is_blank(rest.trim()) => Ok(Self::Section(name)),
                _ => Err("something follows the name of the section: give it a line of its own"),
            };
        }
        match text.split_once(['=', ':']) {
            Some((key, value)) if !key.trim().is_empty() => Ok(Self::Entry(key.trim(), value.trim())),
            _ => Err("it is neither `key = value` nor `[section]` nor a comment, which begins with `#` or `;`"),
        }
    }
}

/// Whether there is nothing, or a comment.
fn is_blank(text: &str) -> bool {
    text.is_empty() || text.starts_with(['#', ';'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> String {
        Ini::parse(text).unwrap_err().to_string()
    }

    #[test]
    fn lines_are_read_however_they_are_spaced_and_ended() {
        let text = "# c\r\n; c\r\n\r\n  [default]  ; c\r\n\tSecret_ID=a\r\n secret_key  =  b = c ; # \r\ntoken: \"d\"\r\n[ other ]\n";
        let ini = Ini::parse(text).unwrap();
        let section = ini.section("default").unwrap();
        assert_eq!(section.line, 4);
        assert_eq!(section.value("secret_id"), Some("a"));
        assert_eq!(section.value("secret_key"), Some("b = c ; #"));
        assert_eq!(section.value("token"), Some("\"d\""));
        assert_eq!(section.value("region"), None);
        assert_eq!(ini.names(), "it has [default], [other]");
        assert!(ini.section("other").unwrap().is_blank() && ini.section("Default").is_none());
    }

    #[test]
    fn an_empty_value_is_none() {
        let ini = Ini::parse("[a]\nkey =\n").unwrap();
        assert_eq!(ini.section("a").unwrap().value("key"), None);
        assert!(ini.section("a").unwrap().is_blank());
        assert_eq!(Ini::parse("").unwrap().names(), "it has no sections");
    }

    #[test]
    fn faults_name_the_line_and_show_none_of_it() {
        for (text, expected) in [
            ("[a]\nmarker", "line 2: it is neither `key = value`"),
            ("[a]\n= marker", "line 2: it is neither `key = value`"),
            ("\n\nmarker = 1", "line 3: it stands before any section: write `[default]`"),
            ("[marker", "line 1: the name of the section has no `]`"),
            ("[] marker", "line 1: the section has no name"),
            ("[a] marker", "line 1: something follows the name"),
            ("[a]\nmarker = 1\nMARKER = 2", "line 3: section [a] has this key already, in line 2"),
            ("[a]\n[b]\n[a]", "line 3: section [a] is there already, in line 1"),
        ] {
            let message = fault(text);
            assert!(message.starts_with(expected), "{message}");
            assert!(!message.to_lowercase().contains("marker"), "{message}");
        }
    }

    #[test]
    fn no_text_is_too_much_for_it() {
        let pieces = ["", "[", "]", "=", ":", "#", "\r", "\n", "\0", "\u{a0}", "a", "\u{feff}"];
        let mut texts = vec![String::new()];
        for _ in 0..4 {
            texts = texts.iter().flat_map(|text| pieces.map(|piece| format!("{text}{piece}"))).collect();
        }
        for text in texts {
            if let Err(error) = Ini::parse(&text) {
                assert!(error.to_string().lines().count() == 1 && error.line <= 5, "{text:?} {error}");
            }
        }
        assert!(Ini::parse(&"[a]".repeat(100_000)).is_err());
    }

    #[test]
    fn debug_output_shows_no_value_and_no_key() {
        let shown = format!("{:?}", Ini::parse("[a]\nmarker = marker").unwrap());
        assert!(shown.contains("\"a\"") && !shown.contains("marker"), "{shown}");
    }
}
