//! All reports added up.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

use serde::Serialize;
use tencent_action_conformance::{Count, Report, Tally};

use crate::table;
use crate::work::Work;

#[derive(Serialize)]
pub(crate) struct Summary {
    pub(crate) versions: usize,
    pub(crate) actions: usize,
    pub(crate) compiled: usize,
    /// What the compiler said, by service and version.
    pub(crate) compiler: BTreeMap<String, Vec<String>>,
    pub(crate) inputs: Tally,
    pub(crate) flattened: Tally,
    pub(crate) outputs: Tally,
}

impl Summary {
    pub(crate) fn of(work: &Work) -> Result<Self, Box<dyn Error>> {
        let mut summary = Self {
            versions: 0,
            actions: 0,
            compiled: 0,
            compiler: BTreeMap::new(),
            inputs: Tally::default(),
            flattened: Tally::default(),
            outputs: Tally::default(),
        };
        for report in work.reports()? {
            summary.add(&report);
        }
        Ok(summary)
    }

    fn add(&mut self, report: &Report) {
        let name = format!("{} {}", report.service, report.version);
        self.versions += 1;
        self.actions += report.actions;
        self.compiled += report.compiled;
        if !report.compiler.is_empty() {
            self.compiler.insert(name.clone(), report.compiler.clone());
        }
        let named = |tally: &Tally| {
            let mut tally = tally.clone();
            for case in tally.failed.iter_mut().chain(&mut tally.ill_formed) {
                case.action = format!("{name} {}", case.action);
            }
            tally
        };
        self.inputs.add(&named(&report.inputs));
        self.flattened.add(&named(&report.flattened));
        self.outputs.add(&named(&report.outputs));
    }

    /// Whether it is as good as the documentation says: everything compiles without a warning, and few examples fail.
    pub(crate) fn holds(&self) -> bool {
        // Of a few services, one failure is more than its share of all.
        let fails_at_most =
            |tally: &Tally, per_10_000: Count| tally.failed.len() <= (tally.well_formed * per_10_000).div_ceil(10_000);
        self.actions > 0
            && self.compiled == self.actions
            && self.compiler.is_empty()
            && fails_at_most(&self.inputs, 10)
            && fails_at_most(&self.flattened, 10)
            && fails_at_most(&self.outputs, 50)
    }

    /// Writes it beside the reports, for programs and for people.
    pub(crate) fn keep(&self, work: &Work) -> Result<(), Box<dyn Error>> {
        fs::write(work.package.join("report.json"), serde_json::to_vec_pretty(self)?)?;
        fs::write(work.package.join("report.md"), table::write(self))?;
        Ok(())
    }
}
