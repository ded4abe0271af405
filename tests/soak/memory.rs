//! How much memory the process has.

use std::fs;

/// The resident memory in KiB, of client and cloud together. `None` where there is no `/proc`: it is Linux's, and elsewhere
/// the soak doesn't look.
pub(crate) fn resident() -> Option<i64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// Shows how much it has grown, and fails if that is more than so many KiB.
pub(crate) fn expect_flat(before: Option<i64>, at_most: i64) {
    let (Some(before), Some(after)) = (before, resident()) else {
        println!("{:<52}{:>12}", "memory: not known on this system", "");
        return;
    };
    println!("{:<52}{before:>8} KiB", "memory after the warm-up");
    println!("{:<52}{:>8} KiB of at most {at_most}", "  growth since", after - before);
    assert!(after - before <= at_most, "memory grew from {before} KiB to {after} KiB");
}
