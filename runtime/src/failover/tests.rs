//! The breakers on a clock that tests move by hand.

mod homes;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;

use super::*;
use crate::clock::Clock;
use crate::endpoint::{Domain, Endpoint};

/// What calls have left.
const MINUTE: Duration = Duration::from_secs(60);

#[derive(Debug, Clone, Default)]
struct HandClock(Arc<AtomicU64>);

#[async_trait]
impl Clock for HandClock {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(self.0.load(Ordering::Relaxed))
    }

    async fn sleep(&self, _: Duration) {}
}

impl HandClock {
    fn pass(&self, seconds: u64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }
}

fn endpoint(text: &str) -> Endpoint {
    Endpoint::parse(text).unwrap()
}

/// Three hosts, and breakers that open at the second failure for 10 seconds, at most for 25.
fn breakers() -> (Breakers, Vec<Endpoint>, HandClock) {
    let hosts: Vec<_> = ["a.example", "b.example", "c.example"].map(endpoint).into();
    let said = Failover::new().endpoint("b.example").endpoint("c.example").after_failures(2);
    let said = said.longest_pause(Duration::from_secs(25));
    let clock = HandClock::default();
    let home = Home::new(&hosts[0], None, None, Domain::Public);
    (Breakers::new(said, home, false, Arc::new(clock.clone())).unwrap(), hosts, clock)
}

impl Breakers {
    fn go<'a>(&'a self, hosts: &[Endpoint]) -> Permit<'a> {
        self.choose(hosts, &[], MINUTE).unwrap()
    }

    /// Where attempts go one after another, and what becomes of each.
    fn goes(&self, hosts: &[Endpoint], health: Health) -> String {
        let permit = self.go(hosts);
        let host = permit.endpoint().host().to_owned();
        permit.end(health);
        host
    }
}

#[test]
fn failures_in_a_row_open_a_breaker_and_an_answer_begins_a_new_row() {
    let (breakers, hosts, _) = breakers();
    for health in [Health::Fails, Health::Works, Health::Fails, Health::Unknown, Health::Fails] {
        assert_eq!(breakers.goes(&hosts, health), "a.example");
    }
    assert_eq!(breakers.goes(&hosts, Health::Works), "b.example");
}

#[test]
fn an_open_breaker_lets_one_attempt_through_after_its_pause() {
    let (breakers, hosts, clock) = breakers();
    for _ in 0..2 {
        breakers.goes(&hosts, Health::Fails);
    }
    clock.pass(9);
    assert_eq!(breakers.goes(&hosts, Health::Works), "b.example");
    clock.pass(1);
    let probe = breakers.go(&hosts);
    assert_eq!(probe.endpoint().host(), "a.example");
    assert_eq!(breakers.goes(&hosts, Health::Works), "b.example");
    probe.end(Health::Works);
    let _two =
        [breakers.go(&hosts), breakers.go(&hosts)].map(|permit| assert_eq!(permit.endpoint().host(), "a.example"));
    assert!(breakers.lock_is_empty(), "who works needs no breaker");
}

#[test]
fn pauses_double_up_to_the_longest_and_begin_anew_after_an_answer() {
    let (breakers, hosts, clock) = breakers();
    let pause = |breakers: &Breakers| {
        (1..100).find(|_| {
            clock.pass(1);
            breakers.peek(&hosts).unwrap().host() == "a.example"
        })
    };
    for _ in 0..2 {
        breakers.goes(&hosts, Health::Fails);
    }
    for expected in [10, 20, 25, 25] {
        assert_eq!(pause(&breakers), Some(expected));
        breakers.goes(&hosts, Health::Fails);
    }
    assert_eq!(pause(&breakers), Some(25));
    breakers.goes(&hosts, Health::Works);
    for _ in 0..2 {
        breakers.goes(&hosts, Health::Fails);
    }
    assert_eq!(pause(&breakers), Some(10));
}

#[test]
fn a_probe_that_is_dropped_gives_its_place_back() {
    let (breakers, hosts, clock) = breakers();
    for _ in 0..2 {
        breakers.goes(&hosts, Health::Fails);
    }
    clock.pass(10);
    let is_struck = AtomicBool::new(false);
    let mut probe = breakers.go(&hosts);
    probe.begin(&is_struck);
    drop(probe);
    let mut probe = breakers.go(&hosts);
    assert_eq!(probe.endpoint().host(), "a.example");
    // But if it is the deadline that drops it, the host has failed.
    probe.begin(&is_struck);
    is_struck.store(true, Ordering::Relaxed);
    drop(probe);
    assert_eq!(breakers.goes(&hosts, Health::Works), "b.example");
    clock.pass(20);
    assert_eq!(breakers.goes(&hosts, Health::Works), "a.example");
}

/// The first has the time of its call, and the second then another minute. Of the first, an answer still counts.
#[test]
fn a_probe_that_is_left_lying_gives_way_to_another_when_its_time_is_up() {
    for (first, closes) in [(Health::Unknown, false), (Health::Fails, false), (Health::Works, true)] {
        let (breakers, hosts, clock) = breakers();
        for _ in 0..2 {
            breakers.goes(&hosts, Health::Fails);
        }
        clock.pass(10);
        let lying = breakers.go(&hosts);
        clock.pass(59);
        assert_eq!(breakers.goes(&hosts, Health::Works), "b.example");
        clock.pass(1);
        let probe = breakers.go(&hosts);
        assert_eq!(probe.endpoint().host(), "a.example");
        lying.end(first);
        assert_eq!(breakers.go(&hosts).endpoint().host(), if closes { "a.example" } else { "b.example" });
        probe.end(Health::Works);
        assert_eq!(breakers.goes(&hosts, Health::Works), "a.example");
    }
}

#[test]
fn if_all_are_open_the_first_to_reopen_is_tried_and_an_answer_closes_it() {
    let (breakers, hosts, clock) = breakers();
    let hosts = &hosts[..2];
    for host in ["a.example", "a.example", "b.example"] {
        assert_eq!(breakers.goes(hosts, Health::Fails), host);
    }
    clock.pass(1);
    assert_eq!(breakers.goes(hosts, Health::Fails), "b.example");
    // Failing there doesn't make the pause longer.
    for _ in 0..10 {
        assert_eq!(breakers.goes(hosts, Health::Fails), "a.example");
    }
    assert_eq!(breakers.choose(hosts, &hosts[..1], MINUTE).unwrap().endpoint().host(), "b.example");
    clock.pass(9);
    let probe = breakers.go(hosts);
    assert_eq!(probe.endpoint().host(), "a.example");
    assert_eq!(breakers.goes(hosts, Health::Works), "a.example");
    // It is closed: what becomes of the probe counts as of any other.
    probe.end(Health::Fails);
    assert_eq!(breakers.goes(hosts, Health::Works), "a.example");
}

#[test]
fn what_was_on_its_way_when_a_breaker_opened_changes_nothing() {
    let (breakers, hosts, clock) = breakers();
    let [early, late] = [breakers.go(&hosts), breakers.go(&hosts)];
    for _ in 0..2 {
        breakers.goes(&hosts, Health::Fails);
    }
    assert!(early.is_stale());
    early.end(Health::Works);
    assert_eq!(breakers.goes(&hosts, Health::Works), "b.example");
    clock.pass(9);
    late.end(Health::Fails);
    clock.pass(1);
    assert_eq!(breakers.goes(&hosts, Health::Works), "a.example");
}

#[test]
fn a_call_goes_where_it_has_failed_least() {
    let (breakers, hosts, _) = breakers();
    let chosen = |failed: &[usize]| {
        let failed: Vec<_> = failed.iter().map(|index| hosts[*index].clone()).collect();
        breakers.choose(&hosts, &failed, MINUTE).unwrap().endpoint().host().to_owned()
    };
    let chosen = [&[0][..], &[0, 1], &[0, 1, 2], &[0, 1, 2, 0], &[1]].map(chosen);
    assert_eq!(chosen, ["b.example", "c.example", "a.example", "b.example", "a.example"]);
    assert!(breakers.lets(&hosts, &hosts[..2]) && !breakers.lets(&hosts, &hosts));
}

#[test]
fn no_time_overflows() {
    let home_of = endpoint("a.example");
    let said =
        Failover::new().endpoint("b.example").after_failures(0).pause(Duration::MAX).longest_pause(Duration::MAX);
    let clock = HandClock::default();
    let home = Home::new(&home_of, None, None, Domain::Public);
    let breakers = Breakers::new(said, home, false, Arc::new(clock.clone())).unwrap();
    clock.pass(1);
    breakers.goes(std::slice::from_ref(&home_of), Health::Fails);
    assert_eq!(breakers.goes(&[home_of, endpoint("b.example")], Health::Works), "b.example");
}
