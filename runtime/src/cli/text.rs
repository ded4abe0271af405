//! Texts for a terminal.

use crate::spec::Status;
use crate::spec::markup::{Block, blocks};
use crate::spec::wrap::{columns, columns_of};

/// The start of a text, in so many columns, of which Chinese characters take two.
pub(super) fn shortened(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let mut column = 0;
    let fits = |letter: &char| {
        column += columns_of(*letter);
        column < width
    };
    let start: String = text.chars().take_while(fits).collect();
    format!("{}…", start.trim_end())
}

/// A text of the vendor's on one line.
pub(super) fn on_one_line(text: &str) -> String {
    paragraphs(text).join(" ")
}

/// The paragraphs of a text of the vendor's, without marks for looks.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let paragraph = |block: Block| match block {
        Block::Paragraph(text) => vec![plain(&text)],
        Block::Item(marker, text) => vec![format!("{marker} {}", plain(&text))],
        Block::Code(lines) => lines,
    };
    blocks(text).into_iter().flat_map(paragraph).filter(|text| !text.trim().is_empty()).collect()
}

/// Markdown of one line without its marks: of a link, its text.
fn plain(text: &str) -> String {
    let text = text.replace("**", "").replace('`', "");
    let mut plain = String::with_capacity(text.len());
    let mut rest = &text[..];
    while let Some((before, link)) = rest.split_once('[') {
        plain.push_str(before);
        rest = link;
        match link.split_once("](") {
            Some((name, after)) if !name.contains(['[', ']']) && after.contains(')') => {
                plain.push_str(name);
                rest = after.split_once(')').map_or("", |(_, rest)| rest);
            }
            _ => plain.push('['),
        }
    }
    plain + rest
}

/// `1 action`, `2 actions`.
pub(super) fn quantity(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// What is to be known of whether an action is in use.
pub(super) fn status(status: &Status) -> Option<&str> {
    match status {
        Status::Deprecated => Some("deprecated"),
        Status::Offline => Some("offline"),
        Status::Other(word) => Some(word),
        Status::Online | Status::Unstated => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_two_columns() {
        assert_eq!(shortened("任务 ID", 7), "任务 ID");
        assert_eq!(shortened("任务 ID。", 8), "任务 ID…");
        assert_eq!(shortened("任务 ID", 6), "任务…");
        assert_eq!(shortened("任务", 3), "任…");
        assert_eq!(shortened("a task", 4), "a t…");
        assert_eq!(shortened("a task", 3), "a…");
    }

    #[test]
    fn marks_for_looks_are_left_out() {
        let text = "<p>See <a href=\"https://a.b\">the `page`</a>, **now** [or](/x)</p><li>later [1, 2] [x](y</li>";
        assert_eq!(on_one_line(text), "See the page, now or - later [1, 2] [x](y");
        assert_eq!(on_one_line("\n"), "");
    }

    #[test]
    fn one_is_one() {
        let counted = [0, 1, 2].map(|count| quantity(count, "action"));
        assert_eq!(counted, ["0 actions", "1 action", "2 actions"]);
    }
}
