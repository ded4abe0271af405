//! Values within a sentence.

use super::{CUES, Value, Values, before_cue, is_doubtful, value};
use crate::spec::markup::Block;

/// The values of the one sentence that lists some, as `取值：on、off。` or `Valid values: A (hot), B (cold).`
pub(super) fn read(blocks: &[Block]) -> Option<Values> {
    let found = |block: &Block| match block {
        Block::Paragraph(text) => in_sentence(text),
        _ => None,
    };
    let mut found = blocks.iter().enumerate().filter_map(|(at, block)| Some((at, found(block)?)));
    let (at, (values, mut kept)) = found.next()?;
    if found.next().is_some() {
        return None;
    }
    let mut rest = blocks[..at].to_vec();
    rest.append(&mut kept);
    rest.extend_from_slice(&blocks[at + 1..]);
    Some(Values { values, rest })
}

/// The values, and what stands before and after them.
fn in_sentence(text: &str) -> Option<(Vec<Value>, Vec<Block>)> {
    let lower = text.to_ascii_lowercase();
    if is_doubtful(&lower) {
        return None;
    }
    let cue = CUES.iter().filter_map(|cue| lower.rfind(cue)).min()?;
    let start =
        cue + [":", "：", " are "].iter().filter_map(|colon| Some(text[cue..].find(colon)? + colon.len())).min()?;
    // Farther away, it belongs to something else.
    if text[cue..start].chars().count() > 20 {
        return None;
    }
    let sentence = &text[start..];
    let end = ["。", ". ", ".Note"].iter().filter_map(|end| sentence.find(end)).min().unwrap_or(sentence.len());
    let (listed, after) = sentence.split_at(end);
    let values: Option<Vec<_>> = split(closed(listed.trim().trim_end_matches('.'))).into_iter().map(value).collect();
    let values = values.filter(|values| values.len() > 1)?;
    let before = before_cue(text).map(Block::Paragraph);
    let after = after.trim_start_matches(['。', '.', ' ']);
    let after = (!after.is_empty()).then(|| Block::Paragraph(after.to_owned()));
    Some((values, before.into_iter().chain(after).collect()))
}

/// Without a parenthesis at the end that was opened before the list.
fn closed(listed: &str) -> &str {
    let count = |pair: [char; 2]| listed.matches(pair).count();
    let is_open = count(['(', '（']) < count([')', '）']);
    if is_open { listed.trim_end_matches([')', '）']) } else { listed }
}

/// The parts between commas and the like; those in parentheses don't count.
fn split(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_i32);
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '（' => depth += 1,
            ')' | '）' => depth -= 1,
            '、' | '，' | '；' | ',' | ';' | '/' | '|' if depth <= 0 => {
                parts.push(&text[start..at]);
                start = at + letter.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts.into_iter().flat_map(conjoined).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// `A or B`, but not `A (that, or less)`.
fn conjoined(part: &str) -> Vec<&str> {
    let part = part.trim();
    let part = ["and ", "or ", "和", "或"].iter().find_map(|word| part.strip_prefix(word)).unwrap_or(part);
    let between = [" and ", " or ", "和", "或者", "或"].into_iter().find_map(|word| part.split_once(word));
    between.filter(|(one, _)| !one.contains(['(', '（'])).map_or_else(|| vec![part], |(one, other)| vec![one, other])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::markup::blocks;

    fn values(text: &str) -> Vec<String> {
        let values = read(&blocks(text)).map(|values| values.values).unwrap_or_default();
        values.into_iter().map(|Value { text, meaning }| format!("{text}={meaning}")).collect()
    }

    #[test]
    fn a_sentence_lists_values() {
        for text in [
            "热度，取值：on、off。不填为 off。",
            "Heat. Valid values: `on`, `off`. Default value: off.",
            "Available values: on/off",
            "Heat. Valid values are on and off.",
            "热度，可选值：on 或 off",
            "Heat (optional values: on and off)",
        ] {
            assert_eq!(values(text), ["on=", "off="], "{text}");
        }
        assert_eq!(values("Valid values: Low (tepid, or less); High (hot)."), ["Low=tepid, or less", "High=hot"]);
        assert_eq!(values("可选值 ON：热，OFF：冷"), [""; 0]);
    }

    #[test]
    fn what_is_in_doubt_is_a_string() {
        for text in [
            "取值：on、off等。",
            "Valid values: on, off, and many more.",
            "Value range: 1-10",
            "Valid values: [a, b]",
            "取值：on",
        ] {
            assert_eq!(values(text), [""; 0], "{text}");
        }
    }
}
