//! Variants for values.

use super::super::values::Value;
use super::super::words::capital;

/// A variant, and its value.
#[derive(Debug, PartialEq, Eq)]
pub(in super::super) struct Variant {
    pub(in super::super) ident: String,
    pub(in super::super) value: String,
    /// Whether the value doesn't come of the variant by the enum's rule, and must be said.
    pub(in super::super) renamed: bool,
    pub(in super::super) meaning: String,
}

/// A rule of `#[serde(rename_all = "…")]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Rule {
    Lower,
    Upper,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

impl Rule {
    const ALL: [Self; 7] =
        [Self::Lower, Self::Upper, Self::ScreamingSnake, Self::Snake, Self::Camel, Self::Kebab, Self::ScreamingKebab];

    pub(in super::super) fn name(self) -> &'static str {
        match self {
            Self::Lower => "lowercase",
            Self::Upper => "UPPERCASE",
            Self::Camel => "camelCase",
            Self::Snake => "snake_case",
            Self::ScreamingSnake => "SCREAMING_SNAKE_CASE",
            Self::Kebab => "kebab-case",
            Self::ScreamingKebab => "SCREAMING-KEBAB-CASE",
        }
    }

    /// What the macros make of a variant.
    fn apply(self, variant: &str) -> String {
        let snake = || super::super::words::spelt(variant);
        match self {
            Self::Lower => variant.to_ascii_lowercase(),
            Self::Upper => variant.to_ascii_uppercase(),
            Self::Camel => variant[..1].to_ascii_lowercase() + &variant[1..],
            Self::Snake => snake(),
            Self::ScreamingSnake => snake().to_ascii_uppercase(),
            Self::Kebab => snake().replace('_', "-"),
            Self::ScreamingKebab => snake().to_ascii_uppercase().replace('_', "-"),
        }
    }
}

/// The variants, and the rule that gives most values.
pub(super) fn variants(values: &[Value]) -> (Option<Rule>, Vec<Variant>) {
    let mut idents: Vec<String> = Vec::new();
    for value in values {
        let ident = ident(&value.text);
        let numbered = (2..).map(|number| format!("{ident}{number}"));
        // There are more numbers than values.
        let ident = [ident.clone()].into_iter().chain(numbered).find(|ident| !idents.contains(ident));
        idents.push(ident.unwrap_or_default());
    }
    let pairs = || idents.iter().zip(values);
    let apply = |rule: Option<Rule>, ident: &str| rule.map_or_else(|| ident.to_owned(), |rule| rule.apply(ident));
    let renames = |rule: Option<Rule>| pairs().filter(|(ident, value)| apply(rule, ident) != value.text).count();
    let rules = [None].into_iter().chain(Rule::ALL.map(Some));
    // Of several, the first; and a rule for one of them all isn't worth it.
    let rule = rules.min_by_key(|rule| renames(*rule)).flatten().filter(|rule| renames(Some(*rule)) + 1 < values.len());
    let variants = pairs().map(|(ident, value)| Variant {
        ident: ident.clone(),
        value: value.text.clone(),
        renamed: apply(rule, ident) != value.text,
        meaning: value.meaning.clone(),
    });
    (rule, variants.collect())
}

/// `NOTIFY_AND_RENEW` → `NotifyAndRenew`, `onFailure` → `OnFailure`, `VOD` → `Vod`.
fn ident(value: &str) -> String {
    let word = |word: &str| {
        let shouts = !word.bytes().any(|byte| byte.is_ascii_lowercase());
        capital(&if shouts { word.to_ascii_lowercase() } else { word.to_owned() })
    };
    let ident: String = value.split(['_', '-']).map(word).collect();
    // The one word with a capital that is no name.
    if ident == "Self" { "Itself".to_owned() } else { ident }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(values: &[&str]) -> (Option<&'static str>, Vec<String>) {
        let values: Vec<_> =
            values.iter().map(|text| Value { text: (*text).to_owned(), meaning: String::new() }).collect();
        let (rule, variants) = variants(&values);
        let written = |variant: Variant| {
            if variant.renamed { format!("{} {}", variant.ident, variant.value) } else { variant.ident }
        };
        (rule.map(Rule::name), variants.into_iter().map(written).collect())
    }

    #[test]
    fn one_rule_for_all_values() {
        for (values, rule, variants) in [
            (["FINISH", "NOT_YET"], Some("SCREAMING_SNAKE_CASE"), ["Finish", "NotYet"]),
            (["ON", "OFF"], Some("UPPERCASE"), ["On", "Off"]),
            (["on", "off"], Some("lowercase"), ["On", "Off"]),
            (["Waiting", "OnFailure"], None, ["Waiting", "OnFailure"]),
            (["never", "onFailure"], Some("camelCase"), ["Never", "OnFailure"]),
            (["create-time", "size"], Some("kebab-case"), ["CreateTime", "Size"]),
            (["EdgeOne", "VOD"], None, ["EdgeOne", "Vod VOD"]),
            (["self", "a_b"], None, ["Itself self", "AB a_b"]),
            (["A_B", "A-B"], None, ["AB A_B", "AB2 A-B"]),
        ] {
            let (rule, variants) = (rule, variants.map(str::to_owned));
            assert_eq!(written(&values), (rule, variants.to_vec()), "{values:?}");
        }
    }
}
