//! What fields are called.

use super::words::{pascal, snake, spelt};

/// A field's name in Rust.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FieldName {
    /// As it is written, `r#type`.
    pub(super) ident: String,
    /// Whether the member's name doesn't come of it by itself, and must be said.
    pub(super) renamed: bool,
}

/// Names for the fields of one struct, in the order of its members: no two alike.
pub(super) fn field_names(members: &[&str]) -> Vec<FieldName> {
    let natural: Vec<String> = members.iter().map(|member| snake(member)).collect();
    let mut taken: Vec<String> = Vec::new();
    let mut names: Vec<Option<FieldName>> = members.iter().map(|_| None).collect();
    // Those first whose member's name comes back: if two would be called alike, it is theirs.
    for fits in [true, false] {
        for (at, member) in members.iter().enumerate() {
            if names[at].is_none() && (pascal(&natural[at]) == **member || !fits) {
                let name = free(member, &natural[at], &taken);
                names[at] = Some(field_name(member, &name));
                taken.push(name);
            }
        }
    }
    names.into_iter().flatten().collect()
}

fn free(member: &str, natural: &str, taken: &[String]) -> String {
    let numbered = (2..).map(|number| format!("{natural}_{number}"));
    let mut names = [natural.to_owned(), spelt(member)].into_iter().chain(numbered);
    // There are more numbers than members.
    names.find(|name| !taken.contains(name)).unwrap_or_default()
}

fn field_name(member: &str, name: &str) -> FieldName {
    let ident = match name {
        // No `r#` makes names of these. The rule for names passes over an underscore at the end.
        "self" | "super" | "crate" => format!("{name}_"),
        _ if KEYWORDS.contains(&name) => format!("r#{name}"),
        _ => name.to_owned(),
    };
    FieldName { ident, renamed: pascal(name) != member }
}

/// Those of all editions, and those that are reserved.
const KEYWORDS: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn names(members: &[&str]) -> Vec<String> {
        let written = |name: FieldName| if name.renamed { format!("{} !", name.ident) } else { name.ident };
        field_names(members).into_iter().map(written).collect()
    }

    #[test]
    fn what_the_rule_does_not_give_is_said() {
        assert_eq!(
            names(&["TaskId", "TaskID2", "IPv6", "VideoURLs"]),
            ["task_id", "task_id2 !", "ipv6 !", "video_urls !"]
        );
        assert_eq!(names(&["hadAutoFixVul"]), ["had_auto_fix_vul !"]);
    }

    #[test]
    fn keywords_are_names() {
        assert_eq!(names(&["Type", "Super", "AS", "Gen"]), ["r#type", "super_", "r#as !", "r#gen"]);
    }

    #[test]
    fn no_two_are_called_alike() {
        assert_eq!(names(&["DNSFormat", "DnsFormat"]), ["d_n_s_format", "dns_format"]);
        assert_eq!(names(&["TTL", "Ttl"]), ["t_t_l", "ttl"]);
        assert_eq!(names(&["InstanceID", "InstanceId"]), ["instance_i_d", "instance_id"]);
        assert_eq!(names(&["aB", "AB", "Ab", "A_B"]), ["a_b !", "ab_2 !", "ab", "a__b !"]);
    }
}
