//! The same call by other Rust clients of the API: `tencent-action-peers PLAIN HTTPS ROOT`.
//!
//! PLAIN and HTTPS are the URLs of servers, ROOT is the certificate of the latter's authority. It prints a JSON array: name, and the
//! processor's time of a call in microseconds, round by round. The rounds of all are interleaved.

mod candidates;

use std::cell::Cell;
use std::error::Error;

use rustix::time::{ClockId, clock_gettime};
use serde_json::json;
use tokio::runtime::{Builder, Runtime};

use self::candidates::Candidate;

const ROUNDS: usize = 9;
const CALLS: u32 = 1_000;
const CROWD: usize = 16;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [plain, https, root] = &arguments[..] else { return Err("expected PLAIN HTTPS ROOT".into()) };
    if rustls::crypto::ring::default_provider().install_default().is_err() {
        return Err("there is a provider already".into());
    }
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let mut candidates = candidates::all(plain, https, root)?;
    let mut told: Vec<_> = candidates.iter().map(|candidate| (candidate.name, Vec::new())).collect();
    // The first round connects, and isn't told.
    for round in 0..=ROUNDS {
        for (candidate, (_, rounds)) in candidates.iter_mut().zip(&mut told) {
            let taken = measure(&runtime, candidate);
            if round > 0 {
                rounds.push(taken);
            }
        }
    }
    let told: Vec<_> = told.iter().map(|(name, rounds)| json!({ "name": name, "rounds": rounds })).collect();
    println!("{}", json!(told));
    Ok(())
}

/// The microseconds of a call.
fn measure(runtime: &Runtime, candidate: &Candidate) -> f64 {
    let begun = seconds();
    runtime.block_on(crowd(candidate));
    (seconds() - begun) * 1e6 / f64::from(CALLS)
}

async fn crowd(candidate: &Candidate) {
    let left = Cell::new(CALLS);
    let one_after_another = || async {
        while let Some(rest) = left.get().checked_sub(1) {
            left.set(rest);
            (candidate.call)().await;
        }
    };
    futures_util::future::join_all((0..CROWD).map(|_| one_after_another())).await;
}

/// The processor's time of this process.
#[expect(clippy::cast_precision_loss, reason = "no process runs for years")]
fn seconds() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}
