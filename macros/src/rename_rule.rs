//! How a name becomes a wire name: serde's rules, for fields and for variants.

/// A rule of `#[serde(rename_all = "…")]`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum RenameRule {
    Lower,
    Upper,
    /// `sub_app_id` → `SubAppId`, `instance_i_d` → `InstanceID`: a capital for each letter that begins a word.
    #[default]
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

impl RenameRule {
    pub(crate) const NAMES: [(&'static str, Self); 8] = [
        ("lowercase", Self::Lower),
        ("UPPERCASE", Self::Upper),
        ("PascalCase", Self::Pascal),
        ("camelCase", Self::Camel),
        ("snake_case", Self::Snake),
        ("SCREAMING_SNAKE_CASE", Self::ScreamingSnake),
        ("kebab-case", Self::Kebab),
        ("SCREAMING-KEBAB-CASE", Self::ScreamingKebab),
    ];

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, rule)| *rule)
    }

    /// The wire name of a field in snake case.
    pub(crate) fn apply(self, field: &str) -> String {
        match self {
            Self::Lower | Self::Snake => field.to_owned(),
            Self::Upper | Self::ScreamingSnake => field.to_ascii_uppercase(),
            Self::Pascal => pascal(field),
            Self::Camel => camel(&pascal(field)),
            Self::Kebab => field.replace('_', "-"),
            Self::ScreamingKebab => field.to_ascii_uppercase().replace('_', "-"),
        }
    }

    /// The wire value of a variant in camel case with a capital.
    pub(crate) fn apply_to_variant(self, variant: &str) -> String {
        match self {
            Self::Pascal => variant.to_owned(),
            Self::Lower => variant.to_ascii_lowercase(),
            Self::Upper => variant.to_ascii_uppercase(),
            Self::Camel => camel(variant),
            Self::Snake | Self::ScreamingSnake | Self::Kebab | Self::ScreamingKebab => self.apply(&snake(variant)),
        }
    }
}

fn camel(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_lowercase().to_string() + letters.as_str())
}

/// An underscore before each capital but the first.
fn snake(variant: &str) -> String {
    variant.char_indices().fold(String::new(), |mut name, (at, letter)| {
        if at > 0 && letter.is_uppercase() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
        name
    })
}

fn pascal(field: &str) -> String {
    field.split('_').fold(String::new(), |mut name, word| {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name + letters.as_str()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pascal_case_is_serdes() {
        for (field, expected) in [
            ("task_id", "TaskId"),
            ("sub_app_id", "SubAppId"),
            ("instance_i_d", "InstanceID"),
            ("type", "Type"),
            ("ipv6", "Ipv6"),
            ("http2xx", "Http2xx"),
            ("i_pv6_addresses", "IPv6Addresses"),
            ("_leading", "Leading"),
            ("two__words", "TwoWords"),
            ("_", ""),
        ] {
            assert_eq!(RenameRule::Pascal.apply(field), expected);
        }
    }

    #[test]
    fn the_rules_for_variants_are_serdes() {
        let applied = RenameRule::NAMES.map(|(_, rule)| rule.apply_to_variant("RunInstances"));
        let expected = [
            "runinstances",
            "RUNINSTANCES",
            "RunInstances",
            "runInstances",
            "run_instances",
            "RUN_INSTANCES",
            "run-instances",
            "RUN-INSTANCES",
        ];
        assert_eq!(applied, expected);
    }

    /// Any name that begins with a capital is made of the field that has an underscore before each capital.
    #[test]
    fn every_published_form_of_a_name_can_be_declared() {
        let letters = ["A", "B", "b", "1"];
        let mut names: Vec<String> = vec!["A".to_owned()];
        for _ in 0..6 {
            names = names.iter().flat_map(|name| letters.map(|letter| format!("{name}{letter}"))).collect();
            for name in &names {
                assert_eq!(RenameRule::Pascal.apply(&snake(name)), *name);
            }
        }
        assert_eq!(names.len(), 4096);
    }

    #[test]
    fn every_rule_is_known_by_its_name() {
        let applied =
            RenameRule::NAMES.map(|(name, _)| RenameRule::from_name(name).map(|rule| rule.apply("sub_app_id")));
        let expected = [
            "sub_app_id",
            "SUB_APP_ID",
            "SubAppId",
            "subAppId",
            "sub_app_id",
            "SUB_APP_ID",
            "sub-app-id",
            "SUB-APP-ID",
        ];
        assert_eq!(applied, expected.map(|name| Some(name.to_owned())));
        assert_eq!(RenameRule::from_name("pascalCase"), None);
    }
}
