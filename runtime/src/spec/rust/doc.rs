//! Texts as documentation comments.

mod inline;

use crate::spec::markup::Block;
use crate::spec::wrap::{self, Line};

/// The width of a line of code, comments included.
const WIDTH: usize = 100;

/// The lines of documentation, without `///`, for an item that stands this far from the left.
pub(super) fn lines(blocks: &[Block], indent: usize) -> Vec<String> {
    let width = WIDTH - indent - "/// ".len();
    let mut lines: Vec<String> = Vec::new();
    let mut last = None;
    for block in blocks.iter().filter(|block| !says_nothing(block)) {
        let is_item = matches!(block, Block::Item(..));
        // Items stand together; all else is set apart.
        if last.is_some_and(|last| !(last && is_item)) {
            lines.push(String::new());
        }
        last = Some(is_item);
        match block {
            Block::Paragraph(text) => lines.extend(wrap::markdown(&inline::escape(text), width, Line::default())),
            Block::Item(marker, text) => {
                let line = Line { first: format!("{marker} "), others: " ".repeat(marker.len() + 1) };
                lines.extend(wrap::markdown(&inline::escape(text), width, line));
            }
            Block::Code(code) => {
                lines.push("```text".to_owned());
                lines.extend(code.iter().cloned());
                lines.push("```".to_owned());
            }
        }
    }
    lines
}

/// Whether somebody filled in a form that mustn't be empty.
fn says_nothing(block: &Block) -> bool {
    let Block::Paragraph(text) = block else { return false };
    let text = text.trim_end_matches(['.', '。']);
    ["", "无", "None", "none", "-", "/", "N/A"].contains(&text)
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::spec::markup::blocks;

    #[test]
    fn blocks_are_set_apart() {
        let text = "One.\n- a\n- b\n1. c\nTwo\n无\n```\n[x]\n```";
        let expected = ["One.", "", "- a", "- b", "1. c", "", "Two", "", "```text", "[x]", "```"];
        assert_eq!(lines(&blocks(text), 4), expected);
        assert_eq!(lines(&blocks("None"), 4), [""; 0]);
    }

    #[test]
    fn items_hang() {
        let text = format!("- {}", "word ".repeat(30));
        let lines = lines(&blocks(&text), 4);
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("- word") && lines[1].starts_with("  word"));
        assert!(lines.iter().all(|line| line.len() <= 92));
    }
}
