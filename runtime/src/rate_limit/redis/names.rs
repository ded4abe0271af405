//! What the keys of a gate are called in Redis.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::rate_limit::RateKey;

/// Counts up whenever the script reads what an older one wrote in another way, so that both can run beside each other.
const LAYOUT: u32 = 1;

/// The names of one gate's keys: `tencent-action:1:{HASH}:vod:ManageTask:went` and three more.
///
/// The hash says by whom and where the action is called. It is no secret, but names an account, and Redis shows its keys to
/// many: in its slow log, to `MONITOR`, in dumps. What is in braces decides on which node of a cluster a key lives, so all
/// keys of a gate live on one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names(String);

impl Names {
    pub(super) fn of(prefix: &str, key: &RateKey) -> Self {
        let parts = [key.service(), key.version(), key.action(), key.host(), key.account().unwrap_or_default()];
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update(part.len().to_be_bytes());
            hasher.update(part);
        }
        hasher.update([u8::from(key.account().is_some())]);
        let mut name = format!("{prefix}:{LAYOUT}:{{");
        for byte in &hasher.finalize()[..16] {
            // A string takes whatever is written.
            let _ = write!(name, "{byte:02x}");
        }
        let _ = write!(name, "}}:{}:{}", key.service(), key.action());
        Self(name)
    }

    /// In the script's order.
    pub(super) fn keys(&self) -> [String; 4] {
        ["went", "due", "free", "gate"].map(|which| format!("{}:{which}", self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(account: &str) -> RateKey {
        RateKey::new("vod", "2018-07-17", "ManageTask", "vod.tencentcloudapi.com").with_account(account)
    }

    #[test]
    fn they_say_what_is_counted_and_not_for_whom() {
        let names = Names::of("fleet", &key("AKIDexample"));
        let [went, .., gate] = names.keys();
        assert!(went.starts_with("fleet:1:{") && went.ends_with("}:vod:ManageTask:went"), "{went}");
        assert_eq!(went.strip_suffix("went"), gate.strip_suffix("gate"));
        assert!(!went.contains("AKID") && !went.contains("tencentcloudapi"), "{went}");
    }

    #[test]
    fn each_part_counts() {
        let of = |service: &str, version: &str, action: &str, host: &str| {
            Names::of("p", &RateKey::new(service, version, action, host))
        };
        let mut all = vec![
            of("a", "b", "c", "d"),
            of("ab", "", "c", "d"),
            of("a", "bc", "", "d"),
            of("a", "b", "cd", ""),
            Names::of("p", &RateKey::new("a", "b", "c", "d").with_account("")),
            Names::of("p", &RateKey::new("a", "b", "c", "d").with_account("e")),
            Names::of("q", &RateKey::new("a", "b", "c", "d")),
        ];
        all.dedup();
        all.sort_by(|one, other| one.0.cmp(&other.0));
        all.dedup();
        assert_eq!(all.len(), 7);
        assert_eq!(of("a", "b", "c", "d"), of("a", "b", "c", "d"));
    }

    /// The first braces count, so braces in an action's name must come behind ours.
    #[test]
    fn what_decides_the_node_is_the_hash() {
        let [went, ..] = Names::of("p", &RateKey::new("a{x}", "b", "{y}", "d")).keys();
        let tag = went.split_once('{').unwrap().1.split_once('}').unwrap().0;
        assert_eq!(tag.len(), 32);
        assert!(tag.bytes().all(|byte| byte.is_ascii_hexdigit()), "{tag}");
    }
}
