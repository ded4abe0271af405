//! What is called: the same twice, once as what must be done once, and once as what may be done again.

use tencent_action::{tencent_action, tencent_data};

#[tencent_action(service = "vod", version = "2018-07-17", response = Done)]
pub(crate) struct ManageTask {
    pub(crate) task: u64,
}

#[tencent_action(service = "vod", version = "2018-07-17", response = Done, idempotent)]
pub(crate) struct DescribeTask {
    pub(crate) task: u64,
}

/// The number of the call, so that nobody gets another's answer.
#[tencent_data]
pub(crate) struct Done {
    pub(crate) task: u64,
}

/// Of two calls, one may be done again.
pub(crate) fn is_idempotent(task: u64) -> bool {
    task % 2 == 1
}
