//! The stages of a call, beside their floors: what is counted, and what time they take.

use crate::cases::{self, Case};
use crate::counts;
use crate::rounds::{Rounds, thread_time};
use crate::table::{Cell, Table};

/// What is told, the case, its floor.
const STAGES: [(&str, &str, &str); 12] = [
    ("serialize and prepare", "serialize", "floor: serialize"),
    ("flatten for GET (floor: JSON)", "flatten", "floor: serialize nested"),
    ("canonical request", "canonical request", "floor: canonical request"),
    ("sign, key kept", "sign", "floor: sign"),
    ("sign a request of another client", "sign a request", "floor: sign a request"),
    ("build + sign of a prepared call", "build", "floor: sign a request"),
    ("whole call over nothing (floor: build + sign)", "call", "floor: build"),
    ("whole call with 1 MiB (floor: build + sign)", "call with 1 MiB", "floor: build with 1 MiB"),
    ("decode, small", "decode small", "floor: decode small"),
    ("decode, 4 KiB", "decode 4 KiB", "floor: decode 4 KiB"),
    ("decode, 1 MiB", "decode 1 MiB", "floor: decode 1 MiB"),
    ("the floor that only signs (of the one that builds)", "floor: sign", "floor: build"),
];

/// Only a part of these is what they are called, so their time would say nothing.
const IN_PART: [&str; 4] = ["build", "decode small", "decode 4 KiB", "decode 1 MiB"];

/// Counted by valgrind.
pub(crate) fn counted() -> Result<Table, String> {
    let mut names: Vec<_> = STAGES.iter().flat_map(|(_, case, floor)| [*case, *floor]).collect();
    names.sort_unstable();
    names.dedup();
    let counted = counts::of(&names)?;
    let head = [
        "stage",
        "instructions",
        "of the floor",
        "ratio",
        "compressions",
        "of the floor ",
        "allocations",
        "of the floor  ",
    ];
    let mut table = Table::new("counts", "Counted, outside of SHA-256", &head);
    for (what, case, floor) in STAGES {
        let (ours, floor) = (counted[case], counted[floor]);
        table.rows.push(vec![
            Cell::text_of(what),
            Cell::count(ours.instructions),
            Cell::count(floor.instructions),
            Cell::ratio_of(ours.instructions, floor.instructions),
            Cell::count(ours.compressions),
            Cell::count(floor.compressions),
            Cell::count(ours.allocations),
            Cell::count(floor.allocations),
        ]);
    }
    Ok(table)
}

const ROUNDS: usize = 41;
/// How long a candidate works in a round, in nanoseconds.
const SLICE: f64 = 2_000_000.0;

/// Timed, SHA-256 included.
pub(crate) fn timed() -> Result<Table, String> {
    let head = ["stage", "ns", "of the floor", "ratio"];
    let mut table = Table::new("time", "The processor's time, SHA-256 included", &head);
    for (what, case, floor) in STAGES.iter().filter(|(_, case, _)| !IN_PART.contains(case)) {
        let make = |name: &str| cases::of(name).ok_or_else(|| format!("there is no case `{name}`"));
        let mut pair = [make(case)?, make(floor)?];
        let times = pair.each_mut().map(times);
        let rounds = Rounds::run(ROUNDS, pair.len(), |of| nanoseconds(&mut pair[of], times[of]));
        table.rows.push(vec![
            Cell::text_of(*what),
            Cell::Number(rounds.median(0), 0),
            Cell::Number(rounds.median(1), 0),
            Cell::ratio(rounds.ratio(0, 1)),
        ]);
    }
    Ok(table)
}

/// How often a case runs in a slice.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is a small positive number")]
fn times(case: &mut Case) -> usize {
    case(10);
    (SLICE / nanoseconds(case, 10)).clamp(1.0, 1e6) as usize
}

#[expect(clippy::cast_precision_loss, reason = "no count has 16 digits")]
fn nanoseconds(case: &mut Case, times: usize) -> f64 {
    let begun = thread_time();
    case(times);
    (thread_time() - begun) * 1e9 / times as f64
}
