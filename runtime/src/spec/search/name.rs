//! Names, which are words written together.

/// How well a word fits a name.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// A word of the name begins so.
    Beginning,
    /// It is a word of the name, or several.
    Whole,
}

/// How well a word, in small letters, fits `DescribeTaskDetail`.
pub(super) fn fit(name: &str, word: &str) -> Option<Fit> {
    let starts = (0..name.len()).filter(|at| is_start(name.as_bytes(), *at));
    starts.filter_map(|at| fit_at(name, at, word)).max()
}

fn fit_at(name: &str, at: usize, word: &str) -> Option<Fit> {
    let end = at + word.len();
    let there = name.as_bytes().get(at..end)?;
    if !there.eq_ignore_ascii_case(word.as_bytes()) {
        return None;
    }
    let whole = end == name.len() || is_start(name.as_bytes(), end);
    Some(if whole { Fit::Whole } else { Fit::Beginning })
}

/// Whether a word begins here: `Describe|Task|Detail`, `Describe|DB|Instances`, `Query|IPv6`.
fn is_start(name: &[u8], at: usize) -> bool {
    if at == 0 {
        return true;
    }
    let (before, here, after) = (name[at - 1], name[at], name.get(at + 1));
    let ends_acronym = before.is_ascii_uppercase() && after.is_some_and(u8::is_ascii_lowercase);
    here.is_ascii_uppercase() && (!before.is_ascii_uppercase() || ends_acronym)
}

#[cfg(test)]
mod tests {
    use super::{Fit, fit};

    #[test]
    fn names_are_words_written_together() {
        let whole = ["describe", "task", "detail", "taskdetail", "describetask", "describetaskdetail"];
        for word in whole {
            assert_eq!(fit("DescribeTaskDetail", word), Some(Fit::Whole), "{word}");
        }
        for word in ["desc", "t", "taskdet", "det"] {
            assert_eq!(fit("DescribeTaskDetail", word), Some(Fit::Beginning), "{word}");
        }
        for word in ["ask", "scribe", "tail", "describetaskdetails", "任务"] {
            assert_eq!(fit("DescribeTaskDetail", word), None, "{word}");
        }
    }

    #[test]
    fn acronyms_are_words() {
        assert_eq!(fit("DescribeDBInstances", "db"), Some(Fit::Whole));
        assert_eq!(fit("DescribeDBInstances", "instances"), Some(Fit::Whole));
        assert_eq!(fit("QueryIPv6", "ipv6"), Some(Fit::Whole));
        assert_eq!(fit("ProcessMediaByMPS", "mps"), Some(Fit::Whole));
        assert_eq!(fit("H2cSwitch", "switch"), Some(Fit::Whole));
    }

    #[test]
    fn the_better_fit_counts() {
        assert_eq!(fit("TaskingTask", "task"), Some(Fit::Whole));
    }
}
