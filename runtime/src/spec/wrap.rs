//! Lines of bounded width, in scripts with and without blanks.

/// What stands before the first line, and before the others.
#[derive(Debug, Default)]
pub(crate) struct Line {
    pub(crate) first: String,
    pub(crate) others: String,
}

/// Breaks a text, at a blank or behind a Chinese mark if it can, else between two Chinese characters. A word that is
/// wider than a line is left whole.
#[cfg(feature = "cli")]
pub(crate) fn plain(text: &str, width: usize, before: Line) -> Vec<String> {
    wrap(text, width, before, |rest, _| rest)
}

/// The same for Markdown, where no line may begin a block of its own.
pub(crate) fn markdown(text: &str, width: usize, before: Line) -> Vec<String> {
    wrap(text, width, before, begin)
}

fn wrap(text: &str, width: usize, before: Line, begin: for<'a> fn(&'a str, &mut String) -> &'a str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = before.first;
    let mut rest = text.trim();
    while !rest.is_empty() {
        rest = begin(rest, &mut line);
        let end = end_of_line(rest, width.saturating_sub(columns(&line)));
        let (here, after) = rest.split_at(end);
        line.push_str(here.trim_end());
        lines.push(std::mem::replace(&mut line, before.others.clone()));
        rest = after.trim_start();
    }
    lines
}

/// Where the line ends: never at the beginning.
fn end_of_line(text: &str, width: usize) -> usize {
    let (mut good, mut possible, mut column) = (None, None, 0);
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        column += columns_of(letter);
        if column > width && (good.is_some() || possible.is_some()) {
            // A good place, unless it makes for a very short line.
            return match (good, possible) {
                (Some(good), Some(possible)) if columns(&text[..good]) * 2 < width => possible,
                (Some(good), _) => good,
                (None, possible) => possible.unwrap_or(text.len()),
            };
        }
        let end = at + letter.len_utf8();
        let Some((_, next)) = letters.peek().copied() else { break };
        if letter == ' ' || is_mark(letter) && !is_mark(next) {
            good = Some(end);
        } else if (is_wide(letter) || is_wide(next)) && !"（《“【[".contains(letter) && !closes(next) {
            possible = Some(end);
        }
    }
    text.len()
}

/// Sees to it that the line begins no block of its own, as a list or a heading: what must stand escaped goes into the line,
/// and the rest is left.
fn begin<'a>(text: &'a str, line: &mut String) -> &'a str {
    let word = text.split(' ').next().unwrap_or_default();
    let digits = word.find(|letter: char| !letter.is_ascii_digit()).unwrap_or_default();
    if digits > 0 && [".", ")"].contains(&&word[digits..]) {
        line.push_str(&text[..digits]);
        line.push('\\');
        return &text[digits..];
    }
    if word.starts_with('>') || !word.is_empty() && word.bytes().all(|byte| b"-+*#=~".contains(&byte)) {
        line.push('\\');
    }
    text
}

pub(crate) fn columns(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

pub(crate) fn columns_of(letter: char) -> usize {
    if is_wide(letter) || is_mark(letter) { 2 } else { 1 }
}

fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
}

/// What no line begins with.
fn closes(letter: char) -> bool {
    is_mark(letter) || " ])}>,.;:!?'\"".contains(letter)
}

/// A mark of Chinese.
fn is_mark(letter: char) -> bool {
    "，。；：、！？）》”】".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: usize) -> Vec<String> {
        markdown(text, width, Line::default())
    }

    #[test]
    fn lines_break_at_blanks() {
        assert_eq!(wrapped("one two three four", 9), ["one two", "three", "four"]);
        assert_eq!(wrapped("a-word-that-is-too-long for it", 8), ["a-word-that-is-too-long", "for it"]);
        assert_eq!(wrapped("", 8), [""; 0]);
    }

    #[test]
    fn chinese_breaks_behind_its_marks() {
        assert_eq!(wrapped("任务状态，取值如下所示", 14), ["任务状态，", "取值如下所示"]);
        assert_eq!(wrapped("任务状态取值如下所示。", 14), ["任务状态取值如", "下所示。"]);
        assert_eq!(wrapped("任务状态取值", 12), ["任务状态取值"]);
    }

    #[test]
    fn the_rest_of_a_paragraph_begins_no_list() {
        assert_eq!(wrapped("aaa bbb - ccc", 8), ["aaa bbb", "\\- ccc"]);
        assert_eq!(wrapped("# a bbb # ccc", 9), ["\\# a bbb", "\\# ccc"]);
        assert_eq!(wrapped("aaa bbb 1. ccc", 8), ["aaa bbb", "1\\. ccc"]);
    }

    #[test]
    fn any_text_at_any_width_is_kept() {
        let text = "任务 status：FINISH，（完成） a-b <https://a.b/c> 。。 \\[x\\]";
        let letters = |text: &str| text.chars().filter(|letter| !" \\".contains(*letter)).collect::<String>();
        for width in 0..60 {
            assert_eq!(letters(&wrapped(text, width).concat()), letters(text), "{width}");
        }
    }
}
