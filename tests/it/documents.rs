//! Whether what the documents point to is there, and what they say of the sources is so.
//!
//! What the documentation of the code links to, rustdoc checks.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// All files and folders of the project, from its root, folders with a slash at the end.
fn paths(folder: &Path, before: &str, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if [".git", "target"].contains(&name) {
            continue;
        }
        if path.is_dir() {
            found.insert(format!("{before}{name}/"));
            paths(&path, &format!("{before}{name}/"), found);
        } else {
            found.insert(format!("{before}{name}"));
        }
    }
}

fn all_paths() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    paths(&root(), "", &mut found);
    found
}

fn has_extension(path: &str, extensions: &[&str]) -> bool {
    Path::new(path).extension().is_some_and(|extension| extensions.iter().any(|known| extension == *known))
}

/// The Markdown that people read as files: not the guide, which is documentation.
fn documents() -> Vec<(String, String)> {
    let is_document = |path: &String| {
        let is_documentation = path.starts_with("runtime/") || path.starts_with("macros/");
        has_extension(path, &["md"]) && !is_documentation
    };
    let read = |path: String| {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        (path, text)
    };
    all_paths().into_iter().filter(is_document).map(read).collect()
}

/// What a heading is called in a link.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|letter| letter.is_alphanumeric() || "-_ ".contains(*letter));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

fn has_heading(text: &str, name: &str) -> bool {
    text.lines().filter(|line| line.starts_with('#')).any(|line| anchor(line.trim_start_matches('#').trim()) == name)
}

#[test]
fn links_lead_somewhere() {
    let mut links = 0;
    for (path, text) in documents() {
        for after in text.split("](").skip(1) {
            let Some((link, _)) = after.split_once(')') else { continue };
            if link.starts_with("https://") {
                continue;
            }
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { root().join(&path) } else { root().join(&path).with_file_name(file) };
            assert!(target.exists(), "{path}: {link}");
            assert!(heading.is_empty() || has_heading(&fs::read_to_string(target).unwrap(), heading), "{path}: {link}");
            links += 1;
        }
    }
    assert!(links > 10, "only {links} links were found");
}

/// Whether a word in backticks is meant as the path of a file or folder of the project.
fn is_path(word: &str) -> bool {
    let is_plain = word.chars().all(|letter| letter.is_ascii_alphanumeric() || "._-/".contains(letter));
    let is_elsewhere = word.starts_with("target/") || word.starts_with('/') || word.starts_with('~');
    let is_file = has_extension(word, &["rs", "md", "lua", "toml"]);
    is_plain && !is_elsewhere && (word.ends_with('/') || is_file)
}

/// The map of rooms and the steps for contributors name files, by their path or by the end of it.
#[test]
fn the_files_that_contributors_are_sent_to_are_there() {
    let paths = all_paths();
    let mut named = 0;
    let mut lost = Vec::new();
    for document in ["CONTRIBUTING.md", "RELEASING.md", "SECURITY.md"] {
        let text = fs::read_to_string(root().join(document)).unwrap();
        for word in text.split('`').skip(1).step_by(2).filter(|word| is_path(word)) {
            let is_there = paths.iter().any(|path| path == word || path.ends_with(&format!("/{word}")));
            if !is_there {
                lost.push(format!("{document}: {word}"));
            }
            named += 1;
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
    assert!(named > 50, "only {named} files were found");
}

/// A file is one thing: above 300 lines it is two. And what isn't done is an issue, not a comment.
#[test]
fn sources_are_short_and_finished() {
    let sources: Vec<_> = all_paths().into_iter().filter(|path| has_extension(path, &["rs"])).collect();
    assert!(sources.len() > 500, "only {} sources were found", sources.len());
    // In halves, or this file had them.
    let unfinished = [concat!("TO", "DO"), concat!("FIX", "ME")];
    for path in sources {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        assert!(text.lines().count() <= 300, "{path} has {} lines", text.lines().count());
        assert!(!unfinished.iter().any(|word| text.contains(word)), "{path} isn't finished");
    }
}
