//! One figure of the budget.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::counts::{self, Counted, Counts};
use crate::{cases, folder, package};

/// What may be spent, on what, and why.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Figure {
    pub(crate) name: String,
    measure: Measure,
    /// The case that is measured.
    case: Option<String>,
    /// Another whose figure is added.
    and: Option<String>,
    /// The case that it is divided by.
    floor: Option<String>,
    pub(crate) limit: f64,
    /// What we want to reach, where the limit is what we have reached.
    pub(crate) goal: Option<f64>,
    /// Why the limit is what it is.
    pub(crate) why: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Measure {
    /// Outside of SHA-256.
    Instructions,
    Compressions,
    Allocations,
    BytesAllocated,
    Dependencies,
    /// Packages that are there in more than one version.
    Duplicates,
    VersionsOfSyn,
    StrippedSize,
}

/// The cases that must be counted.
pub(super) fn cases(figures: &[Figure]) -> Result<Vec<&'static str>, String> {
    let counted = figures.iter().filter(|figure| figure.measure.of_counts().is_some());
    let said = counted.flat_map(|Figure { case, and, floor, .. }| [case, and, floor]).flatten();
    let found = said.map(|said| {
        let mut cases = cases::names();
        cases.find(|name| name == said).ok_or_else(|| format!("budget.toml: there is no case `{said}`"))
    });
    let mut found = found.collect::<Result<Vec<_>, _>>()?;
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

impl Measure {
    fn of_counts(self) -> Option<fn(&Counts) -> u64> {
        match self {
            Self::Instructions => Some(|counts| counts.instructions),
            Self::Compressions => Some(|counts| counts.compressions),
            Self::Allocations => Some(|counts| counts.allocations),
            _ => None,
        }
    }
}

impl Figure {
    #[expect(clippy::cast_precision_loss, reason = "no figure has 16 digits")]
    pub(super) fn measure(&self, counted: &Counted) -> Result<f64, String> {
        if let Some(of) = self.measure.of_counts() {
            let count = |case: &Option<String>| case.as_deref().and_then(|case| counted.get(case)).map(of);
            let of_case = self.case.as_ref().and(count(&self.case)).ok_or("budget.toml: a figure has no case")?;
            let sum = of_case + count(&self.and).unwrap_or_default();
            return Ok(count(&self.floor).map_or(sum as f64, |floor| sum as f64 / floor as f64));
        }
        if self.measure == Measure::BytesAllocated {
            return Ok(counts::bytes(self.case.as_deref().ok_or("budget.toml: a figure has no case")?)? as f64);
        }
        Ok(self.of_package()? as f64)
    }

    fn of_package(&self) -> Result<u64, String> {
        if self.measure == Measure::StrippedSize {
            return package::app_size();
        }
        let packages = package::dependencies(&folder::root().join("Cargo.toml"), "tencent-action")?;
        let versions = |name: &str| packages.get(name).map_or(0, BTreeSet::len);
        let count = match self.measure {
            Measure::Duplicates => packages.values().filter(|versions| versions.len() > 1).count(),
            Measure::VersionsOfSyn => versions("syn"),
            _ => packages.values().map(BTreeSet::len).sum(),
        };
        Ok(count as u64)
    }
}
