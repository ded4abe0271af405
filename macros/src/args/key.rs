//! The arguments there are.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    Service,
    Version,
    Action,
    Response,
    Crate,
}

impl Key {
    pub(super) const REQUIRED: [Self; 2] = [Self::Service, Self::Version];

    /// In the order of [`NAMES`](Self::NAMES).
    const ALL: [Self; 5] = [Self::Service, Self::Version, Self::Action, Self::Response, Self::Crate];

    pub(super) const NAMES: [&'static str; 5] = ["service", "version", "action", "response", "crate"];

    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().zip(Self::ALL).find(|(known, _)| **known == name).map(|(_, key)| key)
    }

    pub(super) fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// What stands after the `=`.
    pub(super) fn value(self) -> &'static str {
        match self {
            Self::Service | Self::Version | Self::Action => "a string literal",
            Self::Response => "a type",
            Self::Crate => "a path",
        }
    }

    pub(super) fn example(self) -> &'static str {
        match self {
            Self::Service => "service = \"vod\"",
            Self::Version => "version = \"2018-07-17\"",
            Self::Action => "action = \"ManageTask\"",
            Self::Response => "response = TaskDetail",
            Self::Crate => "crate = my_crate::tencent_action",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn every_key_is_known_by_its_name() {
        for key in Key::ALL {
            assert_eq!(Key::from_name(key.name()), Some(key));
            assert!(key.example().starts_with(&format!("{} = ", key.name())));
        }
        assert_eq!(Key::from_name("region"), None);
    }
}
