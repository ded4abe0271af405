//! HTML in a text.

/// The tags that are taken for such, and what stands for them; anything else between `<` and `>` is text.
const TAGS: [(&str, &str, &str); 53] = [
    ("a", "", ""),
    ("b", "", ""),
    ("blockquote", "\n", "\n"),
    ("br", "\n", "\n"),
    ("code", "`", "`"),
    ("colgroup", "", ""),
    ("col", "", ""),
    ("dd", "\n", "\n"),
    ("del", "", ""),
    ("details", "\n", "\n"),
    ("div", "\n", "\n"),
    ("dl", "\n", "\n"),
    ("dt", "\n", "\n"),
    ("dx-alert", "\n", "\n"),
    ("em", "", ""),
    ("escape", "", ""),
    ("font", "", ""),
    ("h1", "\n", "\n"),
    ("h2", "\n", "\n"),
    ("h3", "\n", "\n"),
    ("h4", "\n", "\n"),
    ("h5", "\n", "\n"),
    ("h6", "\n", "\n"),
    ("hr", "\n", "\n"),
    ("i", "", ""),
    ("img", "", ""),
    ("ins", "", ""),
    ("label", "", ""),
    ("li", "\n- ", "\n"),
    ("mark", "", ""),
    ("nobr", "", ""),
    ("ol", "\n", "\n"),
    ("p", "\n", "\n"),
    ("pre", "\n", "\n"),
    ("s", "", ""),
    ("section", "\n", "\n"),
    ("small", "", ""),
    ("span", "", ""),
    ("strong", "", ""),
    ("style", "", ""),
    ("sub", "", ""),
    ("summary", "\n", "\n"),
    ("sup", "", ""),
    ("table", "\n", "\n"),
    ("tbody", "\n", "\n"),
    ("td", "", " | "),
    ("th", "", " | "),
    ("thead", "\n", "\n"),
    ("title", "\n", "\n"),
    ("tr", "\n", "\n"),
    ("tt", "`", "`"),
    ("u", "", ""),
    ("ul", "\n", "\n"),
];

/// The text with Markdown in place of HTML.
pub(super) fn to_markdown(text: &str) -> String {
    let text = decode(text);
    let mut markdown = String::with_capacity(text.len());
    let mut link: Option<(String, usize)> = None;
    let mut rest = &text[..];
    while let Some(start) = rest.find('<') {
        markdown.push_str(&rest[..start]);
        rest = &rest[start..];
        let Some((tag, after)) = Tag::read(rest) else {
            markdown.push('<');
            rest = &rest[1..];
            continue;
        };
        match (tag.name, tag.closes) {
            ("a", false) => link = href(tag.attributes).map(|url| (url, markdown.len())),
            ("a", true) => close(&mut markdown, link.take()),
            _ => markdown.push_str(tag.replacement),
        }
        rest = after;
    }
    markdown.push_str(rest);
    markdown
}

/// Puts `[…](url)` around what has come since.
fn close(markdown: &mut String, link: Option<(String, usize)>) {
    let Some((url, start)) = link else { return };
    let text = markdown.split_off(start);
    let text = text.trim();
    if text.is_empty() || text.contains(['[', ']', '\n']) || text == url {
        markdown.push_str(text);
    } else {
        markdown.extend(["[", text, "](", &url, ")"]);
    }
}

fn href(attributes: &str) -> Option<String> {
    let (_, after) = attributes.split_once("href=")?;
    let quote = after.chars().next().filter(|quote| "\"'".contains(*quote))?;
    after[1..].split_once(quote).map(|(url, _)| url.trim().to_owned())
}

struct Tag<'a> {
    name: &'static str,
    attributes: &'a str,
    closes: bool,
    replacement: &'static str,
}

impl<'a> Tag<'a> {
    /// The tag that a text begins with, and what follows.
    fn read(text: &'a str) -> Option<(Self, &'a str)> {
        let inside = text.strip_prefix('<')?;
        let end = inside.find(['>', '<']).filter(|end| inside[*end..].starts_with('>'))?;
        let (inside, after) = (&inside[..end], &inside[end + 1..]);
        let closes = inside.starts_with('/');
        let inside = inside.trim_start_matches('/').trim_end_matches('/');
        let length =
            inside.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').unwrap_or(inside.len());
        let (name, attributes) = inside.split_at(length);
        // `<code>` and `<Code>` are different things: the latter stands for a value.
        let is_it = |known: &str| known == name || known.len() < 3 && known.eq_ignore_ascii_case(name);
        let (name, opening, closing) = *TAGS.iter().find(|(known, ..)| is_it(known))?;
        let replacement = if closes { closing } else { opening };
        Some((Self { name, attributes, closes, replacement }, after))
    }
}

/// Characters for their entities, and nothing that a comment can't hold.
fn decode(text: &str) -> String {
    const ENTITIES: [(&str, &str); 9] = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#34;", "\""),
        ("&ldquo;", "“"),
        ("&rdquo;", "”"),
        ("&amp;", "&"),
    ];
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    if text.contains('&') {
        text = ENTITIES.into_iter().fold(text, |text, (entity, character)| text.replace(entity, character));
    }
    text.chars().filter(|letter| *letter == '\n' || !is_invisible(*letter)).collect()
}

/// Control characters, and those that turn the direction of a text, which the compiler refuses.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::to_markdown;

    #[test]
    fn links_are_kept() {
        assert_eq!(
            to_markdown("see <a href=\"https://a.b/c?d=1&amp;e=2\" target=_blank>the <b>page</b></a>."),
            "see [the page](https://a.b/c?d=1&e=2)."
        );
        assert_eq!(to_markdown("<a>plain</a>, <a href='https://a.b'>https://a.b</a>"), "plain, https://a.b");
    }

    #[test]
    fn what_is_no_tag_is_text() {
        assert_eq!(to_markdown("a < b, <Zone>, <Code>, 1<2>3, <"), "a < b, <Zone>, <Code>, 1<2>3, <");
        assert_eq!(to_markdown("<BR>&lt;p&gt;<code>x</code></P>"), "\n\n`x`\n");
    }

    #[test]
    fn what_the_compiler_refuses_is_left_out() {
        assert_eq!(to_markdown("a\u{202e}b\u{7}\rc\td"), "ab\nc d");
    }
}
