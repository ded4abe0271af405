//! A field for a member that nobody declared.

use super::fits;
use super::lock::{Fact, Kind};
use crate::rename_rule::RenameRule;

/// The field as one would write it, with `rename` if its name doesn't make the member's.
pub(super) fn declare(fact: &Fact<'_>, is_optional: bool, rule: RenameRule) -> String {
    let ident = ident(fact.name, rule);
    let rename = ident.is_none().then(|| format!("#[serde(rename = \"{}\")] ", fact.name));
    let mark = (fact.ty.kind == Kind::Binary).then_some("#[tencent(binary)] ");
    let (rename, mark) = (rename.unwrap_or_default(), mark.unwrap_or_default());
    let ident = ident.unwrap_or_else(|| raw(&snake(fact.name)));
    let ty = fits::as_rust(fact.ty);
    let ty = if is_optional { format!("Option<{ty}>") } else { ty };
    format!("{rename}{mark}{ident}: {ty}")
}

/// The field's name, if it makes the member's.
pub(super) fn ident(member: &str, rule: RenameRule) -> Option<String> {
    let name = snake(member);
    (rule.apply(&name) == member).then(|| raw(&name))
}

/// `SubAppId` → `sub_app_id`, `DBInstanceID` → `db_instance_id`: words as one reads them.
fn snake(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut snake = String::with_capacity(name.len() + 4);
    for (index, letter) in letters.iter().enumerate() {
        let after_small = index > 0 && !letters[index - 1].is_ascii_uppercase();
        let before_small = letters.get(index + 1).is_some_and(char::is_ascii_lowercase);
        if letter.is_ascii_uppercase() && index > 0 && (after_small || before_small) {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// The name as an identifier.
fn raw(name: &str) -> String {
    match name {
        "self" | "super" | "crate" => format!("{name}_"),
        _ if syn::parse_str::<syn::Ident>(name).is_err() => format!("r#{name}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::lock::Lock;
    use super::*;

    #[test]
    fn a_field_is_declared_as_one_would() {
        for (line, expected) in [
            ("TaskId string", "task_id: String"),
            ("Type uint64", "r#type: u64"),
            ("IPv6 [string]", "i_pv6: Vec<String>"),
            ("DBInstanceID int64", "#[serde(rename = \"DBInstanceID\")] db_instance_id: i64"),
            ("K8sMasterIp TimeRange", "k8s_master_ip: TimeRange"),
            ("File binary", "#[tencent(binary)] file: Vec<u8>"),
        ] {
            let lock = format!("# tencent-action spec 1\nservice vod 2018-07-17\n\ndata Any in\n  {line}\n");
            let lock = Lock::read(lock).unwrap();
            let facts = lock.data("Any", "").unwrap().unwrap().members;
            assert_eq!(declare(&facts[0], false, RenameRule::Pascal), expected, "{line}");
            let (field, ty) = expected.rsplit_once(": ").unwrap();
            assert_eq!(declare(&facts[0], true, RenameRule::Pascal), format!("{field}: Option<{ty}>"), "{line}");
        }
    }
}
