//! Verdicts, moment by moment.

use std::time::Duration;

use super::*;

fn at(second: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(second)
}

fn key(id: &str, expires_at: u64) -> Credential {
    Credential::with_secret_id(id).secret_key("k").with_token("t").with_expiry(at(expires_at))
}

/// A state in which the source has answered, at second 0 and without chance.
fn after(answer: &Result<Option<Credential>, CredentialError>) -> State {
    let mut state = State::default();
    state.settle(answer, at(0), 0);
    state
}

fn failed() -> Result<Option<Credential>, CredentialError> {
    Err(CredentialError::new("down"))
}

fn told(state: &State, second: u64) -> String {
    match state.judge(at(second)) {
        Verdict::Take(credential) => format!("take {}", credential.secret_id()),
        Verdict::TakeAndRenew(credential) => format!("take {} and renew", credential.secret_id()),
        Verdict::Join(_) => "join".to_owned(),
        Verdict::Begin => "begin".to_owned(),
        Verdict::Repeat(Err(error)) => error.to_string(),
        Verdict::Repeat(answer) => format!("{answer:?}"),
    }
}

#[test]
fn a_credential_runs_its_course() {
    assert_eq!(told(&State::default(), 0), "begin");
    let state = after(&Ok(Some(key("a", 3600))));
    for (second, expected) in [
        (0, "take a"),
        (3299, "take a"),
        (3300, "take a and renew"),
        (3569, "take a and renew"),
        (3570, "begin"),
        (3600, "begin"),
    ] {
        assert_eq!(told(&state, second), expected, "{second}");
    }
    assert!(state.last_resort(at(3599)).is_some() && state.last_resort(at(3600)).is_none());
}

#[test]
fn one_without_an_expiry_is_asked_for_again() {
    assert_eq!(told(&after(&Ok(Some(Credential::with_secret_id("a").secret_key("k")))), 0), "begin");
}

#[test]
fn one_refresh_at_a_time() {
    let mut state = after(&Ok(Some(key("a", 3600))));
    let (landing, flight) = Flight::begin(at(3300), Duration::from_secs(300));
    state.take_off(flight);
    assert_eq!((told(&state, 3300).as_str(), told(&state, 3570).as_str()), ("take a", "join"));
    drop(landing);
    assert_eq!((told(&state, 3300).as_str(), told(&state, 3570).as_str()), ("take a and renew", "begin"));
}

#[test]
fn a_failure_is_repeated_for_a_moment_and_costs_nothing_while_there_is_a_credential() {
    let mut state = after(&failed());
    assert_eq!((told(&state, 0).as_str(), told(&state, 1).as_str()), ("down", "begin"));
    state.settle(&failed(), at(1), 0);
    assert_eq!((told(&state, 2).as_str(), told(&state, 3).as_str()), ("down", "begin"));

    let mut state = after(&Ok(Some(key("a", 3600))));
    state.settle(&failed(), at(3300), 0);
    assert_eq!((told(&state, 3300).as_str(), told(&state, 3301).as_str()), ("take a", "take a and renew"));
    state.settle(&failed(), at(3599), 0);
    assert_eq!((told(&state, 3599).as_str(), told(&state, 3600).as_str()), ("take a", "down"));
    state.settle(&Ok(Some(key("b", 9000))), at(3601), 0);
    assert_eq!((told(&state, 3601).as_str(), state.failures), ("take b", 0));
}

#[test]
fn a_source_that_gives_the_same_until_its_end_is_asked_now_and_then() {
    let mut state = after(&Ok(Some(key("a", 3600))));
    state.settle(&Ok(Some(key("a", 3600))), at(3300), 0);
    assert_eq!((told(&state, 3301).as_str(), told(&state, 3540).as_str()), ("take a", "take a and renew"));
    state.settle(&Ok(Some(key("a", 3600))), at(3540), 0);
    assert_eq!((told(&state, 3540).as_str(), told(&state, 3541).as_str()), ("take a", "take a and renew"));
    state.settle(&Ok(Some(key("a", 3600))), at(3580), 0);
    assert_eq!((told(&state, 3581).as_str(), told(&state, 3582).as_str()), ("take a", "begin"));
    assert_eq!(told(&state, 3600), "begin");
}

#[test]
fn one_that_is_refused_is_renewed_and_used_if_there_is_no_other() {
    let mut state = after(&Ok(Some(key("a", 3600))));
    state.refuse(&key("another", 3600));
    assert_eq!(told(&state, 0), "take a");
    state.refuse(&key("a", 3600));
    assert_eq!(told(&state, 0), "begin");
    state.settle(&Ok(Some(key("a", 3600))), at(0), 0);
    assert_eq!((told(&state, 0).as_str(), told(&state, 1).as_str()), ("take a", "begin"));
    state.settle(&failed(), at(1), 0);
    assert_eq!((told(&state, 2).as_str(), told(&state, 3).as_str()), ("take a", "begin"));
    state.settle(&Ok(Some(key("b", 3600))), at(3), 0);
    assert_eq!(told(&state, 3), "take b");
}
