//! Text that rustdoc shows as it is: links that lead somewhere, code in backticks, and nothing that is Markdown by accident.

/// Escapes a text of one paragraph.
pub(super) fn escape(text: &str) -> String {
    let text = text.replace("**", "");
    // Backticks that don't pair mark no code.
    let marks_code = !text.contains("``") && text.matches('`').count().is_multiple_of(2);
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut rest = &text[..];
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '`' if marks_code => rest[1..].find('`').map_or(1, |end| end + 2),
            '[' | '!' => link(rest, &mut escaped),
            'h' => url(rest, &mut escaped),
            _ => 0,
        };
        if length > 0 && letter == '`' {
            escaped.push_str(&rest[..length]);
        }
        if length == 0 {
            push(letter, &rest[letter.len_utf8()..], &mut escaped);
        }
        rest = &rest[if length == 0 { letter.len_utf8() } else { length }..];
    }
    escaped
}

fn push(letter: char, rest: &str, escaped: &mut String) {
    match letter {
        '`' => {}
        // The vendor's own escape.
        '\\' if rest.starts_with(|next: char| next.is_ascii_punctuation()) => {}
        '\\' | '[' | ']' | '<' | '*' => escaped.extend(['\\', letter]),
        _ => escaped.push(letter),
    }
}

/// A link of Markdown, `[text](url)`: how long it is, or 0 if it is none. One that leads nowhere, to a place on the
/// vendor's page, becomes its text, and an image nothing.
fn link(text: &str, escaped: &mut String) -> usize {
    let start = usize::from(text.starts_with('!'));
    let Some(inside) = text[start..].strip_prefix('[') else { return 0 };
    let Some((name, after)) = inside.split_once("](") else { return 0 };
    let Some((target, _)) = after.split_once(')') else { return 0 };
    if name.contains(['[', ']', '`']) || name.trim().is_empty() {
        return 0;
    }
    let length = start + 1 + name.len() + 2 + target.len() + 1;
    let target = target.trim();
    if start == 1 {
        return length;
    }
    let is_url = target.starts_with("https://") || target.starts_with("http://");
    let name = escape(name);
    if is_url && target.chars().all(is_of_url) && !name.contains('<') {
        escaped.extend(["[", &name, "](", target, ")"]);
    } else {
        escaped.push_str(&name);
    }
    length
}

/// A bare URL: how long it is, or 0 if it is none.
fn url(text: &str, escaped: &mut String) -> usize {
    let Some(scheme) = ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme)) else { return 0 };
    let end = text.find(|letter| !is_of_url(letter)).unwrap_or(text.len());
    let url = text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '\'']);
    if url.len() <= scheme.len() {
        return 0;
    }
    escaped.extend(["<", url, ">"]);
    url.len()
}

fn is_of_url(letter: char) -> bool {
    letter.is_ascii_graphic() && !"<>\"`()[]{}\\|^".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markdown_by_accident_is_escaped() {
        for (text, expected) in [
            ("an [array] of *", "an \\[array\\] of \\*"),
            ("a < b > c", "a \\< b > c"),
            ("C:\\dir, \\[x\\]", "C:\\\\dir, \\[x\\]"),
            ("**bold** and `co[de]`", "bold and `co[de]`"),
            ("a ` alone", "a  alone"),
            ("``two`` and `one`", "two and one"),
        ] {
            assert_eq!(escape(text), expected);
        }
    }

    #[test]
    fn links_lead_somewhere() {
        for (text, expected) in [
            ("see [the page](https://a.b/c#d).", "see [the page](https://a.b/c#d)."),
            ("see [below](#place), ![image](https://a.b/c.png)!", "see below, !"),
            ("see https://a.b/c.", "see <https://a.b/c>."),
            ("见https://a.b/c，好", "见<https://a.b/c>，好"),
            ("https:// and http", "https:// and http"),
            ("[a](b", "\\[a\\](b"),
            ("[[a](https://b.c)]", "\\[[a](https://b.c)\\]"),
        ] {
            assert_eq!(escape(text), expected);
        }
    }
}
