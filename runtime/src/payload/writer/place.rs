//! Where a value is that has just been about to be written.
//!
//! Nobody keeps that while JSON is written, since it costs time in each request; what is written so far still tells it.

use std::mem;

/// What is around the end of a text.
enum Around {
    Object { name: String },
    List { index: usize },
}

/// Where this JSON ends, which is in the middle of a member called so: `Filters.0.Values.1`, as a query has it.
pub(super) fn of_end(member: &str, json: &[u8]) -> String {
    let mut around = Vec::new();
    let mut last = String::new();
    let mut rest = json;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'{' => around.push(Around::Object { name: String::new() }),
            b'[' => around.push(Around::List { index: 0 }),
            b'}' | b']' => drop(around.pop()),
            b'"' => (last, rest) = string(rest),
            _ => {}
        }
        match (byte, around.last_mut()) {
            (b':', Some(Around::Object { name })) => *name = mem::take(&mut last),
            (b',', Some(Around::List { index })) => *index += 1,
            _ => {}
        }
    }
    let steps = around.into_iter().map(|around| match around {
        Around::Object { name } => name,
        Around::List { index } => index.to_string(),
    });
    let member = Some(member.to_owned()).filter(|member| !member.is_empty());
    member.into_iter().chain(steps).collect::<Vec<_>>().join(".")
}

/// What a string holds whose opening quote is read, and what is behind it.
fn string(json: &[u8]) -> (String, &[u8]) {
    let mut is_escaped = false;
    let end = json.iter().position(|byte| {
        let is_end = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        is_end
    });
    let (inner, rest) = json.split_at(end.unwrap_or(json.len()));
    let quoted = [b"\"", inner, b"\""].concat();
    (serde_json::from_slice(&quoted).unwrap_or_default(), rest.get(1..).unwrap_or_default())
}
