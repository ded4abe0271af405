//! What the comparison is worth: one thing changed, anywhere, must be seen.

use crate::cases::{Case, FORMS};
use crate::compare::{Answer, compare};
use crate::differential::{Pair, pairs};
use crate::ours;
use crate::wire::Wire;

/// A pair of each form: the shortest that has some parameters.
fn samples() -> impl Iterator<Item = &'static Pair> {
    let sample = |form| {
        let has_some = |pair: &&Pair| pair.form == form && pair.case.parameters.0.len() > 1;
        let len = |pair: &&Pair| pair.ours.body.len() + pair.ours.url.len();
        pairs().iter().filter(has_some).min_by_key(len).unwrap()
    };
    FORMS.into_iter().map(move |(form, _)| sample(form))
}

/// The request with each byte changed in turn, and what it is a byte of.
fn with_a_byte_changed(wire: &Wire, headers: impl Iterator<Item = String>) -> Vec<(String, Wire)> {
    let mut all = Vec::new();
    let mut change = |what: &str, bytes: &[u8], set: &dyn Fn(&mut Wire, Vec<u8>)| {
        for at in 0..bytes.len() {
            let (mut bytes, mut wire) = (bytes.to_vec(), wire.clone());
            bytes[at] ^= 1;
            set(&mut wire, bytes);
            all.push((format!("byte {at} of {what}"), wire));
        }
    };
    let text = |bytes| String::from_utf8(bytes).unwrap();
    change("the method", wire.method.as_bytes(), &|wire, bytes| wire.method = text(bytes));
    change("the url", wire.url.as_bytes(), &|wire, bytes| wire.url = text(bytes));
    change("the body", &wire.body, &|wire, bytes| wire.body = bytes);
    for name in headers {
        change(&name, wire.headers[&name].as_bytes(), &|wire, bytes| {
            wire.headers.insert(name.clone(), text(bytes));
        });
    }
    all
}

#[test]
fn every_byte_of_ours_counts() {
    for Pair { form, case, ours, answer } in samples() {
        for (what, ours) in with_a_byte_changed(ours, ours.headers.keys().cloned()) {
            assert!(compare(case, &ours, answer).is_err(), "{form}: {what} may change: {ours:?}");
        }
    }
}

#[test]
fn every_byte_of_theirs_counts() {
    for Pair { form, case, ours, answer } in samples() {
        // What only the SDK sends doesn't count.
        for (what, theirs) in with_a_byte_changed(&answer.theirs, ours.headers.keys().cloned()) {
            let answer = Answer { theirs, ..answer.clone() };
            assert!(compare(case, ours, &answer).is_err(), "{form}: {what} may change: {:?}", answer.theirs);
        }
    }
}

/// A request with one thing changed that its parameters and its form leave open.
fn change(case: &Case, what: &str) -> Case {
    let mut case = case.clone();
    match what {
        "secret id" => case.secret_id.push('x'),
        "secret key" => case.secret_key.push('x'),
        "token" => case.token = Some("another".to_owned()),
        "region" => case.region = Some("ap-tokyo"),
        "language" => case.language = Some(if case.language == Some("en-US") { "zh-CN" } else { "en-US" }),
        "second" => case.timestamp += 1,
        "day" => case.timestamp += 86_400,
        "random number" => case.random ^= 2,
        "endpoint" => case.endpoint = Some("127.0.0.1:9443".to_owned()),
        _ => unreachable!("nothing is called {what}"),
    }
    case
}

#[test]
fn everything_that_is_signed_counts() {
    for Pair { form, case, answer, .. } in samples() {
        let counts = |what: &str| {
            if !case.form.skip || !["secret id", "secret key", "token"].contains(&what) {
                let other = ours::sent(&change(case, what));
                assert!(compare(case, &other, answer).is_err(), "{form}: the {what} may change");
            }
        };
        ["secret id", "secret key", "token", "region", "language", "second", "day", "endpoint"]
            .into_iter()
            .for_each(counts);
        // It is a nonce or a boundary.
        if case.form.is_legacy() || case.form.encoding == "multipart" {
            counts("random number");
        }
    }
}

#[test]
fn the_sdks_request_fits_one_key_and_one_service() {
    for Pair { form, case, ours, answer } in samples().filter(|pair| !pair.case.form.skip) {
        let other = change(case, "secret key");
        assert!(compare(&other, ours, answer).is_err(), "{form}: it fits another key");
        let other = Case { service: "another", ..case.clone() };
        assert!(case.form.is_legacy() || compare(&other, ours, answer).is_err(), "{form}: it fits another service");
    }
}
