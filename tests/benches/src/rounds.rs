//! Candidates in turns: a machine's speed drifts, so each is compared with what ran right beside it, and medians are told.

use rustix::time::{ClockId, clock_gettime};

/// The processor's time of this process so far, in seconds.
pub(crate) fn process_time() -> f64 {
    of(ClockId::ProcessCPUTime)
}

/// The processor's time of this thread so far, in seconds.
pub(crate) fn thread_time() -> f64 {
    of(ClockId::ThreadCPUTime)
}

#[expect(clippy::cast_precision_loss, reason = "no process runs for years")]
fn of(clock: ClockId) -> f64 {
    let time = clock_gettime(clock);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// What some candidates took, round by round.
#[derive(Debug, Clone)]
pub(crate) struct Rounds {
    rounds: Vec<Vec<f64>>,
}

impl Rounds {
    /// Runs each of the candidates once a round, after one round that isn't counted.
    pub(crate) fn run(rounds: usize, candidates: usize, mut measure: impl FnMut(usize) -> f64) -> Self {
        let mut round = || (0..candidates).map(&mut measure).collect::<Vec<_>>();
        round();
        Self { rounds: (0..rounds).map(|_| round()).collect() }
    }

    /// The median of one.
    pub(crate) fn median(&self, of: usize) -> f64 {
        median(self.rounds.iter().map(|round| round[of]).collect())
    }

    /// The median of how many times as much one took as another, in the same round.
    pub(crate) fn ratio(&self, of: usize, to: usize) -> f64 {
        median(self.rounds.iter().map(|round| round[of] / round[to]).collect())
    }
}

pub(crate) fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}
