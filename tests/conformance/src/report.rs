//! What came of the examples of one version of a service.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A report, as it is kept between runs.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Report {
    /// The service.
    pub service: String,
    /// Its version.
    pub version: String,
    /// Which declarations were compiled: a hash of their text.
    pub declared: u64,
    /// How many actions the metadata has.
    pub actions: usize,
    /// How many of them were compiled, and run.
    pub compiled: usize,
    /// What the compiler said, errors and warnings, each once.
    pub compiler: Vec<String>,
    /// What came of requests.
    pub inputs: Tally,
    /// What came of requests once more, as flat text, where they have such a form.
    pub flattened: Tally,
    /// What came of answers.
    pub outputs: Tally,
}

/// How many there were, and what became of them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Tally {
    /// All.
    pub all: usize,
    /// Those that say what the metadata lets them say, or for answers, those that are JSON or a stream.
    pub well_formed: usize,
    /// Those of them that passed.
    pub passed: usize,
    /// Those of them that didn't, and why.
    pub failed: Vec<Case>,
    /// The others, and why they are.
    pub ill_formed: Vec<Case>,
    /// Among those that passed, what was otherwise than declared, and in how many examples.
    pub forgiven: BTreeMap<String, Count>,
}

/// An example, and what is to be said of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Case {
    /// The action.
    pub action: String,
    /// Which of its examples, from 0.
    pub example: usize,
    /// The same for all of one kind.
    pub cause: String,
    /// The place in it, or what was said of it.
    pub detail: String,
    /// Whether the example isn't as the metadata has it, which explains a failure.
    pub deviates: bool,
}

/// How often.
pub type Count = usize;

impl Case {
    pub(crate) fn new(action: &str, example: usize, cause: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { action: action.to_owned(), example, cause: cause.into(), detail: detail.into(), deviates: false }
    }

    /// Of an example that isn't as the metadata has it.
    pub(crate) fn deviating(self) -> Self {
        Self { deviates: true, ..self }
    }
}

impl Tally {
    pub(crate) fn ill_formed(&mut self, case: Case) {
        self.all += 1;
        self.ill_formed.push(case.deviating());
    }

    /// Counts a well-formed one.
    pub(crate) fn count(&mut self, outcome: Result<(), Case>, forgiven: impl IntoIterator<Item = String>) {
        self.all += 1;
        self.well_formed += 1;
        if let Err(case) = outcome {
            self.failed.push(case);
            return;
        }
        self.passed += 1;
        for what in forgiven {
            *self.forgiven.entry(what).or_default() += 1;
        }
    }

    /// Takes in what another counted.
    pub fn add(&mut self, other: &Self) {
        self.all += other.all;
        self.well_formed += other.well_formed;
        self.passed += other.passed;
        self.failed.extend(other.failed.iter().cloned());
        self.ill_formed.extend(other.ill_formed.iter().cloned());
        for (what, count) in &other.forgiven {
            *self.forgiven.entry(what.clone()).or_default() += count;
        }
    }
}
