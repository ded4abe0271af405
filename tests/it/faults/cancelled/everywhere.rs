//! One call, given up at every place.

use tencent_action::ApiError;
use tencent_action::fake::Fault;
use tokio::time::Instant;

use super::steps::{BOTH, Dropped, polled};
use super::world::{FIRST, ISSUE, OTHER, World};
use crate::faults::seconds;

/// What a call goes through if nobody gives it up.
#[expect(clippy::struct_excessive_bools, reason = "it is a row of a table")]
struct Scenario {
    name: &'static str,
    prepare: fn(&World),
    streams: bool,
    idempotent: bool,
    /// Whether another call went just before, so that this one has to wait for its turn.
    follows: bool,
    /// Whether there is another host, and the first is to be probed.
    probes: bool,
    /// How many requests it takes.
    requests: usize,
    /// How many credentials it takes.
    credentials: usize,
    succeeds: bool,
}

const PLAIN: Scenario = Scenario {
    name: "all is well",
    prepare: |_| {},
    streams: false,
    idempotent: false,
    follows: false,
    probes: false,
    requests: 1,
    credentials: 1,
    succeeds: true,
};

fn throttled() -> Fault {
    Fault::error(ApiError::new("RequestLimitExceeded", "others call too"))
}

/// Is refused, and then loses the answer to what has run.
fn breaks_twice(world: &World) {
    world.cloud.faults([Some(Fault::refused()), Some(Fault::reset().after_handler())]);
}

fn is_throttled(world: &World) {
    world.cloud.fault(throttled());
}

fn has_its_clock_off(world: &World) {
    world.cloud.skew(1000);
}

fn goes_elsewhere(world: &World) {
    world.cloud.fault(Fault::refused());
}

fn is_late(world: &World) {
    world.cloud.fault(Fault::latency(seconds(5)));
}

fn answers_late(world: &World) {
    world.cloud.fault(Fault::latency(seconds(5)).after_handler());
}

fn breaks_off(world: &World) {
    world.cloud.fault(Fault::reset().after_items(1));
}

/// The first request is refused for its date, the second for its token.
fn has_it_all(world: &World) {
    world.exchange_first_key();
    let late = Fault::latency(seconds(5));
    world.cloud.skew(1000).faults([None, None, Some(throttled()), Some(Fault::refused()), Some(late)]);
}

fn scenarios() -> Vec<Scenario> {
    let of = |name, prepare: fn(&World)| Scenario { name, prepare, ..PLAIN };
    let streams = |name, prepare: fn(&World)| Scenario { streams: true, ..of(name, prepare) };
    vec![
        PLAIN,
        Scenario { follows: true, ..of("its turn comes later", |_| {}) },
        Scenario { idempotent: true, requests: 3, ..of("tried again", breaks_twice) },
        Scenario { requests: 2, succeeds: false, ..of("broken", breaks_twice) },
        Scenario { follows: true, requests: 2, ..of("throttled", is_throttled) },
        Scenario { requests: 2, credentials: 2, ..of("token refused", World::exchange_first_key) },
        Scenario { requests: 2, ..of("clock off", has_its_clock_off) },
        Scenario { probes: true, requests: 2, ..of("goes elsewhere", goes_elsewhere) },
        of("late", is_late),
        of("late answer", answers_late),
        Scenario { follows: true, ..streams("stream", |_| {}) },
        Scenario { idempotent: true, requests: 3, ..streams("stream tried again", breaks_twice) },
        Scenario { succeeds: false, ..streams("stream breaks", breaks_off) },
        Scenario { follows: true, requests: 5, credentials: 2, ..of("everything at once", has_it_all) },
    ]
}

/// Gives a call up after so many polls, and sees what is left of it; whether there was nothing left to give up.
async fn give_up(scenario: &Scenario, times: usize, dropped: Dropped) -> bool {
    let Scenario { name, streams, idempotent, .. } = *scenario;
    let at = format!("{name}: given up after {times} polls, {dropped:?}");
    let world = if scenario.probes { World::half_open().await } else { World::new() };
    if scenario.follows {
        world.call("before", streams, false).await.unwrap();
    }
    (scenario.prepare)(&world);
    let before = world.sent().len();
    let outcome = polled(world.call("it", streams, idempotent), times, dropped).await;
    let (sent, ran) = (world.sent().len() - before, world.runs("it"));
    assert!(ran <= sent && sent <= scenario.requests, "{at}: ran {ran} times in {sent} requests");
    assert!(idempotent || ran <= 1, "{at}: done twice");
    assert!(world.cloud.received().len() <= world.sent().len(), "{at}");
    if let Some(outcome) = &outcome {
        assert_eq!(outcome.is_ok(), scenario.succeeds, "{at}: {outcome:?}");
        assert_eq!((sent, world.asked().len()), (scenario.requests, scenario.credentials), "{at}");
    }

    world.cloud.no_faults();
    call_again(&world, scenario, &at).await;
    outcome.is_some()
}

/// The next call isn't held up by what was given up, and succeeds.
async fn call_again(world: &World, scenario: &Scenario, at: &str) {
    let (sent, asked) = (world.sent(), world.asked());
    // A refresh under way goes on, and the turn of a request that went is over after a second.
    let credential = asked.last().map_or_else(Instant::now, |asked| *asked) + ISSUE;
    let turn = sent.last().map_or_else(Instant::now, |sent| *sent + seconds(1));
    let due = Instant::now().max(credential).max(turn);
    let given_up = world.runs("it");
    if let Err(error) = world.call("next", scenario.streams, false).await {
        panic!("{at}: {error}");
    }
    assert_eq!((world.runs("next"), world.runs("it")), (1, given_up), "{at}");
    let first = world.sent()[sent.len()];
    assert!(first <= due + std::time::Duration::from_millis(5), "{at}: {:?} too late", first - due);
    assert!(world.asked().len() <= asked.len().max(scenario.credentials), "{at}: asked again");
    if scenario.probes {
        // Only a probe that has failed, after the failure that opened the breaker, leaves nothing to probe.
        let host = if world.failed() == 1 { FIRST } else { OTHER };
        assert_eq!(world.hosts()[sent.len()], host, "{at}");
    }
    // And no two requests went to a host within a second.
    for host in world.hosts() {
        let sent: Vec<_> = world.sent().into_iter().zip(world.hosts()).filter(|(_, to)| *to == host).collect();
        assert!(!sent.windows(2).any(|pair| pair[1].0 - pair[0].0 < seconds(1)), "{at}: {sent:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_can_be_given_up_at_every_place() {
    for scenario in scenarios() {
        for dropped in BOTH {
            let mut times = 0;
            while !give_up(&scenario, times, dropped).await {
                times += 1;
                assert!(times < 1000, "{}: no end", scenario.name);
            }
            // There were these places: before and after each request, and that of the credential.
            assert!(times > 2 * scenario.requests, "{}: {times} polls", scenario.name);
        }
    }
}
