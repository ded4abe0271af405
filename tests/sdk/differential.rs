//! Some hundred requests of every form, ours and the SDK's.

use std::sync::LazyLock;

use serde::Serialize;

use crate::cases::{self, Case, FORMS};
use crate::compare::{Answer, compare};
use crate::ours;
use crate::python;
use crate::wire::Wire;

/// A request, what we send for it, and what the SDK makes of both.
#[derive(Debug)]
pub(crate) struct Pair {
    pub(crate) form: &'static str,
    pub(crate) case: Case,
    pub(crate) ours: Wire,
    pub(crate) answer: Answer,
}

/// What the SDK is asked.
#[derive(Serialize)]
pub(crate) struct Question<'a> {
    pub(crate) request: &'a Case,
    pub(crate) ours: Option<&'a Wire>,
}

/// All of them.
pub(crate) fn pairs() -> &'static [Pair] {
    static PAIRS: LazyLock<Result<Vec<Pair>, String>> = LazyLock::new(ask);
    PAIRS.as_deref().unwrap_or_else(|fault| panic!("{fault}"))
}

/// One run of the SDK.
fn ask() -> Result<Vec<Pair>, String> {
    let sent = |(form, case)| match ours::try_sent(&case) {
        Ok(ours) => Ok((form, case, ours)),
        Err(error) => Err(format!("{form}: {error} for {case:?}")),
    };
    let ours = cases::all().into_iter().map(sent).collect::<Result<Vec<_>, _>>()?;
    let questions: Vec<_> = ours.iter().map(|(_, request, ours)| Question { request, ours: Some(ours) }).collect();
    let answers = python::ask("sign.py", &questions)?;
    let pair = |((form, case, ours), answer)| Pair { form, case, ours, answer };
    Ok(ours.into_iter().zip(answers).map(pair).collect())
}

#[test]
fn we_write_and_sign_as_the_sdk_does() {
    let mut faults = Vec::new();
    for Pair { form, case, ours, answer } in pairs() {
        if let Err(fault) = compare(case, ours, answer) {
            faults.push(format!("{form}: {fault}\n  case: {case:?}\n  ours: {ours:?}\n  theirs: {:?}", answer.theirs));
        }
    }
    // The first few say enough.
    let shown = faults.iter().take(5).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} of {} requests differ:\n{shown}", faults.len(), pairs().len());
}

#[test]
fn there_are_enough_of_every_form() {
    assert!(pairs().len() >= 200);
    for (form, _) in FORMS {
        let of_form = || pairs().iter().filter(|pair| pair.form == form);
        assert!(of_form().count() >= 10, "{form}");
    }
}
