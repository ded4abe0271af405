//! What an item is declared as: which of the attributes stands on it.

/// One of the attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Action,
    Data,
    Errors,
}

impl Role {
    pub(crate) const ALL: [Self; 3] = [Self::Action, Self::Data, Self::Errors];

    pub(crate) fn from_attribute(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.attribute() == name)
    }

    /// The name of the attribute.
    pub(crate) fn attribute(self) -> &'static str {
        match self {
            Self::Action => "tencent_action",
            Self::Data => "tencent_data",
            Self::Errors => "tencent_errors",
        }
    }

    /// The name of the derive that the attribute hands over to.
    pub(crate) fn derive(self) -> &'static str {
        match self {
            Self::Action => "Action",
            Self::Data => "Data",
            Self::Errors => "Errors",
        }
    }

    /// The attribute as one writes it.
    pub(crate) fn example(self) -> &'static str {
        match self {
            Self::Action => "#[tencent_action(service = \"…\", version = \"…\")]",
            Self::Data => "#[tencent_data]",
            Self::Errors => "#[tencent_errors]",
        }
    }

    /// The word around the arguments while they are handed over: `#[tencent(action(…))]`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Action => "action",
            Self::Data => "data",
            Self::Errors => "errors",
        }
    }

    /// What it goes on, in a word or two.
    pub(crate) fn goes_on(self) -> &'static str {
        match self {
            Self::Action => "a struct",
            Self::Data => "a struct or an enum",
            Self::Errors => "an enum",
        }
    }

    /// What it goes on, exactly.
    pub(crate) fn needs(self) -> &'static str {
        match self {
            Self::Action => "a struct with named fields, or a unit struct",
            Self::Data => "a struct with named fields, a unit struct, or an enum",
            Self::Errors => "an enum",
        }
    }
}
