//! The vendor's texts, Markdown with some HTML, as blocks of plain text with some Markdown.

mod tags;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    Paragraph(String),
    /// Of a list. The marker, `-` or a number, and the text.
    Item(String, String),
    /// Lines that are kept as they are.
    Code(Vec<String>),
}

/// The blocks of a text.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let text = tags::to_markdown(text);
    let mut blocks = Vec::new();
    let mut code: Option<Vec<String>> = None;
    for line in text.lines() {
        let is_fence = line.trim_start().starts_with("```");
        match &mut code {
            Some(lines) if !is_fence => lines.push(line.trim_end().to_owned()),
            Some(lines) => {
                blocks.push(Block::Code(std::mem::take(lines)));
                code = None;
            }
            None if is_fence => code = Some(Vec::new()),
            None => blocks.extend(block(line)),
        }
    }
    // A fence that nobody closed.
    blocks.extend(code.map(Block::Code));
    blocks.retain(|block| !matches!(block, Block::Code(lines) if lines.iter().all(String::is_empty)));
    blocks
}

fn block(line: &str) -> Option<Block> {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = without_null(&line);
    let line = line.trim();
    // A quotation, and what sets it apart on the vendor's pages.
    let quoted = line.strip_prefix('>').map(|quoted| quoted.trim_start_matches(['>', ' ', '?', '!']));
    let line = quoted.unwrap_or(line);
    if line.chars().all(|letter| "-=*_|:# ".contains(letter)) {
        return None;
    }
    if let Some((marker, text)) = item(line) {
        return (!text.is_empty()).then(|| Block::Item(marker, text.to_owned()));
    }
    let heading = line.trim_start_matches('#');
    let line = if heading.starts_with(' ') { heading.trim() } else { line };
    // A row of a table.
    let line = line.strip_prefix('|').map_or(line, |row| row.trim_end_matches('|').trim());
    Some(Block::Paragraph(line.to_owned()))
}

/// An item of a list, and its marker.
fn item(line: &str) -> Option<(String, &str)> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    let is_emphasis = first == '*' && rest.starts_with('*');
    // A number below zero is none.
    let is_number = first == '-' && rest.starts_with(|next: char| next.is_ascii_digit());
    if "-*+•·●◦".contains(first) && !is_emphasis && !is_number {
        return Some(("-".to_owned(), rest.trim_start()));
    }
    let (marker, text) = line.split_once(' ')?;
    let digits = marker.find(|letter: char| !letter.is_ascii_digit())?;
    let is_number = (1..=3).contains(&digits) && [".", ")"].contains(&&marker[digits..]);
    is_number.then(|| (marker.to_owned(), text.trim_start()))
}

/// Leaves out that a member may be null, which is said of a third of all members; an `Option` says so.
fn without_null(line: &str) -> String {
    let lower = line.to_ascii_lowercase();
    let marks = ["可能返回 null", "可能返回null", "可能为 null", "可能为null", "may return null", "may return `null`"];
    let Some(at) = marks.iter().filter_map(|mark| lower.find(mark)).min() else { return line.to_owned() };
    // ASCII letters alone have changed, so what is found in one is at the same place in the other.
    let start = ["注意", "注：", "备注", "note"].iter().filter_map(|word| lower[..at].rfind(word)).max();
    let start = start.or_else(|| {
        lower[..at].rfind(['。', '.']).map(|dot| dot + lower[dot..].chars().next().map_or(1, char::len_utf8))
    });
    let end = line[at..].find('。').map(|end| at + end + '。'.len_utf8());
    let end = end.or_else(|| line[at..].find(". ").map(|end| at + end + 1)).unwrap_or(line.len());
    format!("{}{}", line[..start.unwrap_or(0)].trim_end(), &line[end..])
}

#[cfg(test)]
mod random;
#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(text.to_owned())
    }

    fn point(text: &str) -> Block {
        Block::Item("-".to_owned(), text.to_owned())
    }

    #[test]
    fn html_becomes_blocks() {
        let text = "<p>How hot.<br/>Said as:</p><ul><li>LOW: tepid;</li><li> HIGH&nbsp;</li></ul>Or <font color=red>none</font>";
        let expected =
            [paragraph("How hot."), paragraph("Said as:"), point("LOW: tepid;"), point("HIGH"), paragraph("Or none")];
        assert_eq!(blocks(text), expected);
    }

    #[test]
    fn markdown_becomes_blocks() {
        let text = "## Heat\n> ?Hot\n* one\n-two\n2.  three\n---\n-1 is none\n| a | b |\n|---|---|\n**Bold**\n\n";
        let expected = [
            paragraph("Heat"),
            paragraph("Hot"),
            point("one"),
            point("two"),
            Block::Item("2.".to_owned(), "three".to_owned()),
            paragraph("-1 is none"),
            paragraph("a | b"),
            paragraph("**Bold**"),
        ];
        assert_eq!(blocks(text), expected);
    }

    #[test]
    fn code_is_kept() {
        let code = |lines: &[&str]| Block::Code(lines.iter().map(|line| (*line).to_owned()).collect());
        assert_eq!(blocks("```json\n{\n  \"A\": 1 \n}\n```\nend"), [code(&["{", "  \"A\": 1", "}"]), paragraph("end")]);
        assert_eq!(blocks("```\nopen"), [code(&["open"])]);
        assert_eq!(blocks("```\n```"), []);
    }

    #[test]
    fn null_is_not_told() {
        for (text, expected) in [
            ("The heat.\nNote: This field may return null, indicating nothing.", "The heat."),
            ("The heat. Note: this field may return `null`, so mind it. It is hot.", "The heat. It is hot."),
            ("热度。注意：此字段可能返回 null，表示没有。很热", "热度。很热"),
            ("热度。可能返回 null", "热度。"),
        ] {
            assert_eq!(blocks(text), [paragraph(expected)]);
        }
        assert_eq!(blocks("注意：此字段可能返回 null，表示没有。"), []);
    }
}
