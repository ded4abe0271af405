//! What the server counts.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use tencent_action::fake::Received;

/// Notes when the requests of an action arrive, whatever becomes of them. A clone is the same meter.
#[derive(Debug, Clone)]
pub struct Meter {
    action: &'static str,
    arrived: Arc<Mutex<Vec<SystemTime>>>,
}

impl Meter {
    /// A meter of this action.
    pub fn of(action: &'static str) -> Self {
        Self { action, arrived: Arc::default() }
    }

    /// What a cloud is to be given as its observer.
    pub fn observer(&self) -> impl Fn(&Received) + Send + Sync + 'static {
        let meter = self.clone();
        move |received| {
            if received.action == meter.action {
                meter.arrived.lock().unwrap_or_else(PoisonError::into_inner).push(received.arrived);
            }
        }
    }

    /// How many have arrived.
    pub fn count(&self) -> usize {
        self.arrived.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// The most that have arrived in any second, wherever it begins.
    pub fn most_in_a_second(&self) -> usize {
        let mut arrived = self.arrived.lock().unwrap_or_else(PoisonError::into_inner).clone();
        arrived.sort_unstable();
        let in_second = |(index, begin): (usize, &SystemTime)| {
            let end = *begin + Duration::from_secs(1);
            arrived.iter().skip(index).take_while(|arrived| **arrived < end).count()
        };
        arrived.iter().enumerate().map(in_second).max().unwrap_or(0)
    }
}
