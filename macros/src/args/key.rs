//! The arguments there are.

use crate::role::Role;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    Service,
    Version,
    Action,
    Response,
    Errors,
    Stream,
    Paginate,
    RateLimit,
    Idempotent,
    Unsigned,
    Spec,
    Name,
    Crate,
}

impl Key {
    const OF_ACTION: [Self; 12] = [
        Self::Service,
        Self::Version,
        Self::Action,
        Self::Response,
        Self::Errors,
        Self::Stream,
        Self::Paginate,
        Self::RateLimit,
        Self::Idempotent,
        Self::Unsigned,
        Self::Spec,
        Self::Crate,
    ];

    /// All that the attribute knows.
    pub(super) fn of(role: Role) -> &'static [Self] {
        match role {
            Role::Action => &Self::OF_ACTION,
            Role::Data => &[Self::Spec, Self::Name, Self::Crate],
            Role::Errors => &[Self::Crate],
        }
    }

    /// Those without which there is no telling what is meant.
    pub(super) fn required_of(role: Role) -> &'static [Self] {
        match role {
            Role::Action => &[Self::Service, Self::Version],
            Role::Data | Role::Errors => &[],
        }
    }

    pub(super) fn from_name(role: Role, name: &str) -> Option<Self> {
        Self::of(role).iter().copied().find(|key| key.name() == name)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Version => "version",
            Self::Action => "action",
            Self::Response => "response",
            Self::Errors => "errors",
            Self::Stream => "stream",
            Self::Paginate => "paginate",
            Self::RateLimit => "rate_limit",
            Self::Idempotent => "idempotent",
            Self::Unsigned => "unsigned",
            Self::Spec => "spec",
            Self::Name => "name",
            Self::Crate => "crate",
        }
    }

    /// The attribute that has an argument of this name.
    pub(super) fn role_of(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| Self::from_name(*role, name).is_some())
    }

    /// Whether it stands alone, without `= value`.
    pub(super) fn is_flag(self) -> bool {
        matches!(self, Self::Idempotent | Self::Unsigned)
    }

    /// What stands after the `=`.
    pub(super) fn value(self) -> &'static str {
        match self {
            Self::Service | Self::Version | Self::Action | Self::Spec | Self::Name => "a string literal",
            Self::Response | Self::Errors | Self::Stream => "a type",
            Self::Paginate => "what says where pages begin and what is in them, in parentheses",
            Self::RateLimit => "a whole number of requests a second, from 1",
            Self::Idempotent | Self::Unsigned => "nothing",
            Self::Crate => "a path",
        }
    }

    pub(super) fn example(self) -> &'static str {
        match self {
            Self::Service => "service = \"vod\"",
            Self::Version => "version = \"2018-07-17\"",
            Self::Action => "action = \"ManageTask\"",
            Self::Response => "response = TaskDetail",
            Self::Errors => "errors = ManageTaskError",
            Self::Stream => "stream = Chunk",
            Self::Paginate => "paginate(offset, total = total_count, items = instance_set, item = Instance)",
            Self::RateLimit => "rate_limit = 20",
            Self::Idempotent => "idempotent",
            Self::Unsigned => "unsigned",
            Self::Spec => "spec = \"specs/vod-2018-07-17.spec\"",
            Self::Name => "name = \"DescribeTaskDetailResponse\"",
            Self::Crate => "crate = my_crate::tencent_action",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, Role};

    #[test]
    fn every_key_is_known_by_its_name() {
        for key in Key::OF_ACTION {
            assert_eq!(Key::from_name(Role::Action, key.name()), Some(key));
            let takes_a_value = !key.is_flag() && key != Key::Paginate;
            assert_eq!(key.example().starts_with(&format!("{} = ", key.name())), takes_a_value);
        }
        assert_eq!(Key::from_name(Role::Action, "region"), None);
        assert_eq!(Key::from_name(Role::Data, "crate"), Some(Key::Crate));
        assert_eq!(Key::from_name(Role::Data, "service"), None);
    }
}
