//! Texts, in Chinese and in English.

/// Whether a text has this word, which is in small letters: at the beginning of a word if it is Latin, else anywhere.
pub(super) fn mentions(text: &str, word: &str) -> bool {
    let Some(first) = word.bytes().next() else { return false };
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let latin = first.is_ascii_alphanumeric();
    (0..(text.len() + 1).saturating_sub(word.len())).any(|at| {
        text[at].eq_ignore_ascii_case(&first)
            && text[at..at + word.len()].eq_ignore_ascii_case(word)
            && !(latin && at > 0 && text[at - 1].is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::mentions;

    #[test]
    fn latin_words_are_found_by_their_beginning() {
        assert!(mentions("Ends a task early", "task"));
        assert!(mentions("ends all Tasks", "task"));
        assert!(mentions("ABORT：ends it", "abort"));
        assert!(mentions("结束任务Task", "task"));
        assert!(!mentions("multitask", "task"));
        assert!(!mentions("2task", "task"));
        assert!(!mentions("tas", "task"));
        assert!(!mentions("", "task"));
    }

    #[test]
    fn chinese_words_are_found_anywhere() {
        assert!(mentions("结束任务", "任务"));
        assert!(mentions("ID任务", "任务"));
        assert!(!mentions("任", "任务"));
    }
}
