//! The values of a string, if its text lists them.
//!
//! The metadata knows no enums; texts list values in many ways. What isn't surely a list of all values is none: a string
//! is never wrong.

mod inline;

use std::collections::BTreeSet;

use crate::spec::markup::Block;

/// What a text says, beside the values.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Values {
    pub(super) values: Vec<Value>,
    pub(super) rest: Vec<Block>,
}

/// A value, and what it means, which may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) text: String,
    pub(super) meaning: String,
}

/// By these, in small letters, a text says that values follow.
const CUES: [&str; 19] = [
    "取值",
    "可选值",
    "可选项",
    "可选类型",
    "枚举",
    "有效值",
    "值有",
    "可选：",
    "可选:",
    "valid value",
    "available value",
    "optional value",
    "possible value",
    "returned value",
    "enumerat",
    "value range",
    "values:",
    "value:",
    "options:",
];

/// By these, that they are examples, or several in one string, or not all.
const DOUBTS: [&str; 21] = [
    "例如",
    "比如",
    "如：",
    "示例",
    "such as",
    "e.g.",
    "for example",
    "逗号",
    "分隔",
    "分割",
    "多个",
    "separated",
    "comma",
    "multiple",
    "等。",
    "等，",
    "等）",
    "etc.",
    "and so on",
    "正则",
    "json",
];

/// Whether a text may list values, which is cheap to say.
pub(super) fn may_list(document: &str) -> bool {
    let lower = document.to_ascii_lowercase();
    CUES.iter().any(|cue| lower.contains(cue))
}

/// The values that a text lists: two at least.
pub(super) fn read(blocks: &[Block]) -> Option<Values> {
    let lists: Vec<_> = (0..blocks.len()).filter_map(|start| list(blocks, start)).collect();
    match &lists[..] {
        [(start, values)] => {
            let mut rest = blocks[..start - 1].to_vec();
            rest.extend(before_cue(text(&blocks[start - 1])).map(Block::Paragraph));
            rest.extend_from_slice(&blocks[start + values.len()..]);
            of(values.clone(), rest)
        }
        [] => inline::read(blocks).and_then(|Values { values, rest }| of(values, rest)),
        // Which of them is it?
        _ => None,
    }
}

/// If there is no doubt.
fn of(mut values: Vec<Value>, rest: Vec<Block>) -> Option<Values> {
    // Some lists have one twice.
    let mut seen = BTreeSet::new();
    values.retain(|value| seen.insert(value.text.clone()));
    let folded = |value: &Value| value.text.to_ascii_lowercase();
    let mut texts: Vec<_> = values.iter().map(folded).collect();
    texts.sort();
    texts.dedup();
    let is_flag = texts == ["false", "true"];
    let is_exact = !values.iter().any(|value| is_translated(&value.text));
    let is_sure = texts.len() == values.len() && values.len() > 1 && !is_flag && is_exact;
    is_sure.then_some(Values { values, rest })
}

/// Whether a translator has changed the capitals of a part, as in `cloud_BASIC`.
fn is_translated(value: &str) -> bool {
    let parts = || value.split(['_', '-']).filter(|part| part.len() > 1);
    let is_of = |part: &str, is_so: fn(&u8) -> bool| part.bytes().all(|byte| is_so(&byte) || byte.is_ascii_digit());
    parts().any(|part| is_of(part, u8::is_ascii_uppercase)) && parts().any(|part| is_of(part, u8::is_ascii_lowercase))
}

/// The list of values that begins with this block, which follows one that announces it.
fn list(blocks: &[Block], start: usize) -> Option<(usize, Vec<Value>)> {
    let lead = text(blocks.get(start.checked_sub(1)?)?);
    if !matches!(blocks[start - 1], Block::Paragraph(_)) || !announces(lead) {
        return None;
    }
    let is_item = |block: &Block| matches!(block, Block::Item(..));
    let length = if is_item(&blocks[start]) {
        blocks[start..].iter().take_while(|block| is_item(block)).count()
    } else {
        blocks[start..].iter().take_while(|block| is_explained(block)).count()
    };
    let values: Option<Vec<_>> = blocks[start..start + length].iter().map(|block| value(text(block))).collect();
    values.filter(|values| values.len() > 1).map(|values| (start, values))
}

/// A line `RUNNING: it runs`, which is no item of a list.
fn is_explained(block: &Block) -> bool {
    let Block::Paragraph(line) = block else { return false };
    value(line).is_some_and(|value| !value.meaning.is_empty()) && line.contains([':', '：'])
}

fn announces(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let ends = text.trim_end_matches([' ', '`', '"']).ends_with([':', '：', '.', '。', '下', '值', '有', '围', '为']);
    ends && CUES.iter().any(|cue| lower.contains(cue)) && !is_doubtful(&lower)
}

fn is_doubtful(lower: &str) -> bool {
    DOUBTS.iter().any(|doubt| lower.contains(doubt))
}

/// The beginning of a text, up to where it announces values.
fn before_cue(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let at = CUES.iter().filter_map(|cue| lower.rfind(cue)).min()?;
    let before = &text[..at];
    // The clause that the cue is in: `状态，可取值：` ends with the comma.
    let end = before.rfind(|letter| SEPARATORS.contains(letter)).unwrap_or(0);
    let clause = before[end..].trim_matches(|letter| letter == ' ' || SEPARATORS.contains(letter));
    let kept = if clause.chars().count() <= 4 { &before[..end] } else { before };
    let kept = kept.trim_end_matches(|letter| letter == ' ' || SEPARATORS.contains(letter));
    // What ended a sentence still does.
    let stop = before[kept.len()..].chars().next().filter(|stop| ".。".contains(*stop));
    (!kept.is_empty()).then(|| kept.chars().chain(stop).collect())
}

/// What stands between clauses.
const SEPARATORS: &str = "，。；：（.;,:(";

/// One value, with what is said of it.
fn value(text: &str) -> Option<Value> {
    let text = text.trim().trim_end_matches([';', '；', ',', '，', '。']);
    let open = text.trim_start_matches(is_quote);
    let length = open.find(|letter: char| !is_of_value(letter)).unwrap_or(open.len());
    let (value, after) = open.split_at(length);
    let after = after.trim_start_matches(is_quote);
    let is_value = value.starts_with(|first: char| first.is_ascii_alphabetic())
        && !value.ends_with(['-', '_'])
        && value.len() <= 64;
    // Who writes `Note: …` tells of no value.
    let is_word =
        ["note", "default", "example", "notice", "remark", "tip", "tips"].contains(&&*value.to_ascii_lowercase());
    if !is_value || is_word || !separates(after) {
        return None;
    }
    let meaning = after.trim_start_matches(|letter: char| " :：-—=,，；;.".contains(letter));
    let bare = meaning.strip_prefix(['(', '（']).and_then(|rest| rest.strip_suffix([')', '）']));
    let meaning = bare.filter(|bare| !bare.contains([')', '）'])).unwrap_or(meaning).trim();
    Some(Value { text: value.to_owned(), meaning: meaning.trim_end_matches('.').to_owned() })
}

/// Whether what follows a value may be said of it: `: it runs`, `（运行）`, ` 运行`, but not ` the API`.
fn separates(after: &str) -> bool {
    let trimmed = after.trim_start();
    let Some(first) = trimmed.chars().next() else { return true };
    let is_dash = first == '-' && trimmed.len() < after.len() && trimmed.starts_with("- ");
    ":：(（=—".contains(first) || is_dash || "，,；;.".contains(first) || !first.is_ascii() && !"、/。”".contains(first)
}

fn is_quote(letter: char) -> bool {
    "`\"'*“”‘’「」".contains(letter)
}

fn is_of_value(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "_-".contains(letter)
}

fn text(block: &Block) -> &str {
    match block {
        Block::Paragraph(text) | Block::Item(_, text) => text,
        Block::Code(_) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::markup::blocks;

    fn values(text: &str) -> Vec<String> {
        let values = read(&blocks(text)).map(|values| values.values).unwrap_or_default();
        values.into_iter().map(|Value { text, meaning }| format!("{text}={meaning}")).collect()
    }

    fn rest(text: &str) -> Vec<Block> {
        read(&blocks(text)).unwrap().rest
    }

    #[test]
    fn items_are_values() {
        let expected = ["ON=hot", "OFF=cold"];
        for text in [
            "Heat. Valid values:<li>ON: hot;</li><li>OFF: cold.</li>",
            "Heat, value range:\n- `ON`: hot\n- `OFF` (cold)",
            "Heat. Enumeration:\n* **ON** - hot\n* **OFF**：cold",
            "Enumeration value:\nON: hot.\nOFF: cold",
        ] {
            assert_eq!(values(text), expected, "{text}");
        }
        assert_eq!(values("热度，取值有：\n- ON 热\n- OFF（冷）"), ["ON=热", "OFF=冷"]);
        assert_eq!(values("可选值：<li>video</li><li>audio</li>"), ["video=", "audio="]);
    }

    #[test]
    fn what_is_in_doubt_is_a_string() {
        for text in [
            "",
            "Heat.<li>ON: hot</li><li>OFF: cold</li>",
            "Heat, valid values such as:<li>ON</li><li>OFF</li>",
            "Heats, separated by commas. Valid values:<li>ON</li><li>OFF</li>",
            "Valid values:<li>ON</li>",
            "Valid values:<li>1: hot</li><li>0: cold</li>",
            "Valid values:<li>ON</li><li>on</li>",
            "Valid values:<li>true</li><li>false</li>",
            "Valid values:<li>Call the kettle</li><li>Mind the heat</li>",
            "Valid values:<li>ON/HOT</li><li>OFF</li>",
            "Valid values:<li>10 px</li><li>OFF</li>",
            "Valid values:<li>cloud_BASIC</li><li>CLOUD_SSD</li>",
            "Valid values:<li>A</li><li>B</li>In a pot, valid values:<li>C</li><li>D</li>",
        ] {
            assert_eq!(values(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_else_is_said_is_kept() {
        let paragraph = |text: &str| Block::Paragraph(text.to_owned());
        assert_eq!(
            rest("The heat. Valid values:<li>ON</li><li>OFF</li>It is hot."),
            [paragraph("The heat."), paragraph("It is hot.")]
        );
        assert_eq!(rest("热度，可取值：<li>ON</li><li>OFF</li>"), [paragraph("热度")]);
        assert_eq!(rest("取值：<li>ON</li><li>OFF</li>"), []);
        assert_eq!(rest("The heat in summer (optional values: ON, OFF)"), [paragraph("The heat in summer")]);
    }
}
