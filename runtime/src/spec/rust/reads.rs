//! Actions that read.

/// How their names begin.
const VERBS: [&str; 9] = ["Describe", "List", "Get", "Query", "Search", "Inquire", "Inquiry", "Lookup", "LookUp"];

/// Whether the action reads and changes nothing, as far as its name tells.
pub(super) fn is_read(action: &str) -> bool {
    let after = VERBS.iter().find_map(|verb| action.strip_prefix(verb));
    after.is_some_and(|after| !after.starts_with(|next: char| next.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::is_read;

    #[test]
    fn reads_are_known_by_their_names() {
        for (action, expected) in [
            ("DescribeTasks", true),
            ("GetUser", true),
            ("ListenerCreate", false),
            ("ManageTask", false),
            ("Getaway", false),
        ] {
            assert_eq!(is_read(action), expected, "{action}");
        }
    }
}
