//! What may have been meant.

use std::cmp::Reverse;

/// `; did you mean …?`, if a known word is near.
pub(crate) fn hint<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    nearest(word, known).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
}

/// The known word that is nearest, if it is near; of words as near, what has the same letters or begins alike goes first.
fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let near = known.map(|known| {
        let lower = known.to_lowercase();
        let alike = word.chars().zip(lower.chars()).take_while(|(one, other)| one == other).count();
        let has_others = letters(&word) != letters(&lower);
        (strsim::damerau_levenshtein(&word, &lower), has_others, Reverse(alike), known)
    });
    let (distance, _, _, best) = near.min()?;
    (distance <= best.len() / 3).then_some(best)
}

fn letters(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn only_a_near_word_is_suggested() {
        let known = ["ManageTask", "DescribeTasks", "DescribeTaskDetail", "ManageDisk"];
        let near = |word| nearest(word, known.into_iter());
        assert_eq!(near("managetask"), Some("ManageTask"));
        assert_eq!(near("MangeTask"), Some("ManageTask"));
        assert_eq!(near("DescirbeTaskDetails"), Some("DescribeTaskDetail"));
        assert_eq!(near("ManageDask"), Some("ManageDisk"), "as near as the first, and alike for longer");
        assert_eq!(nearest("vdo", ["vdb", "vod"].into_iter()), Some("vod"));
        assert_eq!(near("Abort"), None);
        assert_eq!(nearest("x", [].into_iter()), None);
    }
}
