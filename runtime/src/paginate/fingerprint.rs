//! Telling an answer from the one before.

use std::hash::{DefaultHasher, Hash, Hasher};

/// A number that two answers share if they are the same but for their request ids.
pub(super) fn fingerprint(body: &[u8], request_id: &str) -> u64 {
    let id = request_id.as_bytes();
    let at = if id.is_empty() { None } else { body.windows(id.len()).rposition(|window| window == id) };
    let (before, after) = at.map_or((body, &[][..]), |at| (&body[..at], &body[at + id.len()..]));
    let mut hasher = DefaultHasher::new();
    (before, after).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn only_the_request_id_makes_no_difference() {
        let answer = |items: &str, id: &str| {
            let body = format!(r#"{{"Response":{{"Items":[{items}],"RequestId":"{id}"}}}}"#);
            fingerprint(body.as_bytes(), id)
        };
        assert_eq!(answer("1,2", "a"), answer("1,2", "bcd"));
        assert_ne!(answer("1,2", "a"), answer("1,3", "a"));
        assert_eq!(fingerprint(b"{}", ""), fingerprint(b"{}", "nowhere"));
        assert_ne!(fingerprint(b"", "a"), fingerprint(b"{}", "a"));
    }
}
