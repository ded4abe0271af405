//! The same structs with serde's derives alone, as one would write them by hand.

const DERIVES: &str = "#[derive(serde::Serialize, serde::Deserialize)]\n";
const PASCAL_CASE: &str = "#[serde(rename_all = \"PascalCase\")]\n";
const IF_SOME: &str = "    #[serde(skip_serializing_if = \"Option::is_none\")]\n";

/// Turns declarations into them.
pub(crate) fn plain(declarations: &str) -> String {
    let mut plain = String::new();
    let mut is_in_attribute = false;
    for line in declarations.split_inclusive('\n') {
        if line.starts_with("#[tencent_") {
            plain.push_str(DERIVES);
            is_in_attribute = !line.ends_with("]\n");
        } else if is_in_attribute {
            is_in_attribute = line != ")]\n";
        } else if let Some(name) = line.strip_prefix("pub struct ").and_then(|rest| rest.strip_suffix(";\n")) {
            // A struct without members is an object, too.
            plain.extend(["pub struct ", name, " {}\n"]);
        } else if line == "    Other(String),\n" {
            // Without the text, which serde would keep at a higher price only.
            plain.push_str("    #[serde(other)]\n    Other,\n");
        } else if !line.starts_with("use tencent_action") {
            plain.push_str(before(line));
            plain.push_str(line);
        }
    }
    plain
}

/// What serde must be told that our attributes know.
fn before(line: &str) -> &'static str {
    if line.starts_with("pub struct ") {
        PASCAL_CASE
    } else if line.starts_with("    pub ") && line.contains(": Option<") {
        IF_SOME
    } else {
        ""
    }
}
