//! Where the SDK calls with other parameters than it was given, we don't call.

use serde_json::{Value, json};

use crate::cases::{self, Case, Members};
use crate::compare::{Answer, decoded};
use crate::differential::Question;
use crate::ours;
use crate::python;

/// What neither a query nor a form can say, and what the SDK makes of it.
fn faults() -> [(Value, &'static [&'static str]); 5] {
    [
        (json!([]), &[]),
        (json!({}), &[]),
        (json!({ "Values": [] }), &[]),
        (json!([null, "a"]), &["X.1"]),
        (json!(["a", null, "b"]), &["X.0", "X.2"]),
    ]
}

/// The first request of each flat form that isn't declared, with such a value as its only parameter.
fn questions() -> Vec<(Case, &'static [&'static str])> {
    let is_flat = |(_, case): &(_, Case)| case.form.is_flat() && !case.form.typed;
    let mut flat: Vec<_> = cases::all().into_iter().filter(is_flat).collect();
    flat.dedup_by_key(|(form, _)| *form);
    let with_fault = |(_, case): (_, Case)| {
        faults()
            .map(|(value, sent)| (Case { parameters: Members(vec![("X".to_owned(), value)]), ..case.clone() }, sent))
    };
    flat.into_iter().flat_map(with_fault).collect()
}

#[test]
fn what_the_sdk_drops_is_an_error() {
    let all = questions();
    let asked: Vec<_> = all.iter().map(|(request, _)| Question { request, ours: None }).collect();
    let answers: Vec<Answer> = python::ask("sign.py", &asked).unwrap_or_else(|fault| panic!("{fault}"));
    for ((case, expected), answer) in all.iter().zip(answers) {
        let theirs = decoded(&answer.theirs).unwrap();
        let sent: Vec<_> = theirs.keys().filter(|name| name.starts_with('X')).collect();
        assert_eq!(sent, *expected, "{case:?}");
        let fault = ours::try_sent(case).unwrap_err().to_string();
        assert!(fault.contains("which neither a query nor a form can carry"), "{fault}");
    }
}
