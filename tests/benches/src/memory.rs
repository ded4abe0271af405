//! A million calls, and the memory that they leave.

use crate::client;
use crate::subject::{ManageTask, SMALL};
use crate::table::{Cell, Table};

/// After how many calls memory is looked at.
const LOOKS: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];
/// What the allocator may take without a leak, in KiB.
const SLACK: u64 = 512;

pub(crate) fn flat() -> Result<Table, String> {
    let mut table = Table::new("memory", "Resident memory, after so many calls over nothing", &["calls", "KiB"]);
    let (client, task) = (client::null(SMALL), ManageTask::small());
    let mut looks = Vec::new();
    client::runtime().block_on(async {
        let mut calls = 0;
        for look in LOOKS {
            while calls < look {
                task.send(&client).await.map_err(|error| error.to_string())?;
                calls += 1;
            }
            looks.push((calls, resident()?));
        }
        Ok::<_, String>(())
    })?;
    judge(&looks)?;
    table.rows = looks.iter().map(|(calls, kib)| vec![Cell::count(u64::from(*calls)), Cell::count(*kib)]).collect();
    Ok(table)
}

/// Fails if it grows once caches are full: a byte a call would be 967 KiB.
fn judge(looks: &[(u32, u64)]) -> Result<(), String> {
    match looks {
        [_, (_, full), .., (_, last)] if *last > full + SLACK => Err(format!("it grows from {full} to {last} KiB")),
        _ => Ok(()),
    }
}

/// In KiB, as Linux tells it.
fn resident() -> Result<u64, String> {
    let status = std::fs::read_to_string("/proc/self/status").map_err(|error| error.to_string())?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS in /proc/self/status")?;
    line.trim().trim_end_matches(" kB").parse().map_err(|_| format!("VmRSS is {line}"))
}
