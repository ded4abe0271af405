//! What is the same on every machine: instructions, allocations, compressions, counted by valgrind.

mod callgrind;
mod dhat;

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::Serialize;

use self::callgrind::Profile;
/// What one run of a case took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct Counts {
    /// Outside of SHA-256. valgrind's processor has no instructions for it, so that its software would swamp all else.
    pub(crate) instructions: u64,
    /// Blocks that SHA-256 went over.
    pub(crate) compressions: u64,
    /// Calls of the allocator, those that make a piece larger among them.
    pub(crate) allocations: u64,
}

/// The counts of some cases, each by its name.
pub(crate) type Counted = HashMap<&'static str, Counts>;

/// 64 blocks and nothing else: what one block takes is computed from it.
const COMPRESS: &str = "floor: compress";

/// Counts these cases, two at a time.
pub(crate) fn of(names: &[&'static str]) -> Result<Counted, String> {
    let block = callgrind::run(COMPRESS)?.of_sha256() / 64;
    if block == 0 {
        return Err("no function of sha2 was found: has it got other names?".to_owned());
    }
    let (next, counted) = (AtomicUsize::new(0), Mutex::new(Ok(Counted::new())));
    let work = || {
        while let Some(name) = names.get(next.fetch_add(1, Ordering::Relaxed)) {
            let outcome = callgrind::run(name).map(|profile| Counts::of(&profile, block));
            let mut counted = counted.lock().expect("nobody panics over it");
            match (&mut *counted, outcome) {
                (Ok(counted), Ok(counts)) => drop(counted.insert(name, counts)),
                (Ok(_), Err(error)) => *counted = Err(error),
                (Err(_), _) => {}
            }
        }
    };
    std::thread::scope(|scope| [scope.spawn(work), scope.spawn(work)].map(|thread| thread.join().expect("no panic")));
    counted.into_inner().expect("nobody panicked over it")
}

/// How many bytes a case allocates each time.
pub(crate) fn bytes(name: &str) -> Result<u64, String> {
    let (few, more) = (dhat::bytes(name, 4)?, dhat::bytes(name, 8)?);
    Ok(more.saturating_sub(few) / 4)
}

impl Counts {
    fn of(profile: &Profile, block: u64) -> Self {
        let sha256 = profile.of_sha256();
        Self {
            instructions: profile.instructions() - sha256,
            compressions: (sha256 + block / 2) / block,
            allocations: profile.allocations(),
        }
    }
}
