//! "Did you mean": the known word that is nearest to an unknown one.

/// What to say of an unknown word: the nearest known one, and all of them.
pub(crate) fn suggest(word: &str, known: &[&str]) -> String {
    let all = known.join("`, `");
    match nearest(word, known) {
        Some(only) if known.len() == 1 => format!("did you mean `{only}`?"),
        Some(best) => format!("did you mean `{best}`? Known: `{all}`"),
        None => format!("known: `{all}`"),
    }
}

/// The nearest of the known words, if it is near enough to be meant: at most a third of its letters differ. Capitals
/// don't count.
pub(crate) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let word = word.to_lowercase();
    let (distance, best) = known.iter().map(|known| (distance(&word, &known.to_lowercase()), *known)).min()?;
    (distance <= best.len() / 3).then_some(best)
}

/// How many letters must be added, dropped or replaced to get from one word to the other (Levenshtein's distance).
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (above, letter) in from.chars().enumerate() {
        let mut diagonal = above;
        row[0] = above + 1;
        for (column, other) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *other);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_edits() {
        for (from, to, expected) in [("", "", 0), ("", "ab", 2), ("ab", "", 2), ("kitten", "sitting", 3), ("a", "a", 0)]
        {
            assert_eq!(distance(from, to), expected, "{from} {to}");
        }
    }

    #[test]
    fn only_a_near_word_is_suggested() {
        let known = ["service", "version", "action"];
        assert_eq!(nearest("servce", &known), Some("service"));
        assert_eq!(nearest("VERSION", &known), Some("version"));
        assert_eq!(nearest("region", &known), None);
        assert_eq!(nearest("timeout", &known), None);
        assert_eq!(nearest("x", &[]), None);
    }
}
