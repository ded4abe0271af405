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
    /// That of these reports.
    pub(crate) fn of<'a>(reports: impl Iterator<Item = &'a Report>) -> Self {
        let mut summary = Self {
            versions: 0,
            actions: 0,
            compiled: 0,
            compiler: BTreeMap::new(),
            inputs: Tally::default(),
            flattened: Tally::default(),
            outputs: Tally::default(),
        };
        for report in reports {
            summary.add(report);
        }
        summary
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

    /// Whether it is as good as the documentation says: everything compiles without a warning, every example that is as the
    /// metadata has it passes, and so do nearly all others.
    pub(crate) fn holds(&self) -> bool {
        let holds = |tally: &Tally, of_1_000: Count| {
            // Of a few services, one may be more than its share of all.
            let is_rare = tally.well_formed < 1_000 || tally.failed.len() * 1_000 <= tally.well_formed * of_1_000;
            is_rare && tally.failed.iter().all(|case| case.deviates)
        };
        let all_compiled = self.actions > 0 && self.compiled == self.actions && self.compiler.is_empty();
        all_compiled && holds(&self.inputs, 1) && holds(&self.flattened, 1) && holds(&self.outputs, 5)
    }

    /// Writes it beside the reports, for programs and for people.
    pub(crate) fn keep(&self, work: &Work) -> Result<(), Box<dyn Error>> {
        fs::write(work.package.join("report.json"), serde_json::to_vec_pretty(self)?)?;
        fs::write(work.package.join("report.md"), table::write(self))?;
        fs::write(work.package.join("examples.md"), table::list(self, &work.edition))?;
        Ok(())
    }
}
