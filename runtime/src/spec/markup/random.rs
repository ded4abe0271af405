//! Random texts of the vendor, up to the lines that are shown of them.

use super::*;
use crate::random::{Random, cases};
use crate::spec::wrap::{Line, markdown};

const PIECES: &[&str] = &[
    "<",
    ">",
    "</",
    "<br>",
    "<ul>",
    "<li>",
    "</li>",
    "<table>",
    "<tr><td>",
    "<a href=\"",
    "\">",
    "<!--",
    "-->",
    "&lt;",
    "&#60;",
    "&",
    "```",
    "`",
    "**",
    "#",
    "# ",
    "- ",
    "1. ",
    "| ",
    "* ",
    "> ",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "word",
    "long_word_without_blanks",
    "中文",
    "。",
    "，",
    "[a](b)",
    "![",
    "null",
    "\u{1b}",
    "\u{301}",
    "😀",
    "\0",
    "\\",
];

#[test]
fn any_text_becomes_lines_that_lose_nothing() {
    let make = |random: &mut Random| {
        let text = random.text(PIECES, 30);
        (random.damage_text(text, PIECES), 1 + random.below(40))
    };
    cases(make, |(text, width)| {
        for block in blocks(text) {
            let text = match block {
                Block::Paragraph(text) | Block::Item(_, text) => text,
                Block::Code(lines) => {
                    assert!(lines.iter().all(|line| !line.contains('\n') && line.trim_end() == line));
                    continue;
                }
            };
            assert!(!text.is_empty() && !text.contains('\n') && text.trim() == text, "{text:?}");
            let lines = markdown(&text, *width, Line { first: "//".into(), others: "//".into() });
            assert!(lines.iter().all(|line| line.len() > 2 && line.trim_end() == line), "{lines:?}");
            let letters = |text: &str| {
                text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\\').collect::<String>()
            };
            let shown: String = lines.iter().map(|line| letters(&line[2..])).collect();
            assert_eq!(shown, letters(&text));
        }
    });
}
