//! Random arrivals, cancellations and throttled answers, against a model of ten lines.

use super::*;
use crate::random::Random;

/// One that arrives, and may have gone away after a while.
#[derive(Clone, Copy)]
struct Visit {
    arrives: Duration,
    leaves: Option<Duration>,
}

/// Arrivals are at even milliseconds, departures at odd ones, so that what happens first is never open.
fn visits(dice: &mut Random, count: usize) -> Vec<Visit> {
    let mut at = 0;
    let pace = 1 + dice.number_below(200);
    let visits = (0..count).map(|_| {
        if dice.number_below(3) == 0 {
            at += 2 * dice.number_below(pace);
        }
        let leaves = (dice.number_below(3) == 0).then(|| ms(at + 1 + 2 * dice.number_below(3000)));
        Visit { arrives: ms(at), leaves }
    });
    visits.collect()
}

/// When each goes: not before it arrives, not before the one before it, and a second after the one a limit before it.
fn model(visits: &[Visit], limit: usize) -> Vec<(usize, Duration)> {
    let mut went: Vec<(usize, Duration)> = Vec::new();
    for (name, visit) in visits.iter().enumerate() {
        let before = went.last().map_or(ms(0), |last| last.1);
        let window = went.len().checked_sub(limit).map_or(ms(0), |place| went[place].1 + ms(1000));
        let goes = visit.arrives.max(before).max(window);
        if visit.leaves.is_none_or(|leaves| goes < leaves) {
            went.push((name, goes));
        }
    }
    went
}

async fn run(world: &World, visits: &[Visit], throttled: &[Duration]) {
    let arrivals = visits.iter().map(|visit| (visit.arrives, None));
    let departures = visits.iter().enumerate().filter_map(|(name, visit)| Some((visit.leaves?, Some(name))));
    let holds = throttled.iter().map(|at| (*at, Some(usize::MAX)));
    let mut events: Vec<_> = arrivals.chain(departures).chain(holds).collect();
    // A stable sort: arrivals stay in their order.
    events.sort_by_key(|event| event.0);
    for (at, who) in events {
        sleep(at.saturating_sub(world.now())).await;
        match who {
            None => world.arrive(1).await,
            Some(usize::MAX) => world.limiter.throttled(&world.key),
            Some(name) => world.cancel(name),
        }
    }
    sleep(ms(1_000_000)).await;
}

#[tokio::test(start_paused = true)]
async fn any_arrivals_and_departures_go_exactly_when_they_may() {
    for seed in 0..60 {
        let mut dice = Random::new(seed);
        let limit = 1 + dice.number_below(12);
        let visits = visits(&mut dice, 200);
        let world = World::new(u32::try_from(limit).unwrap());
        run(&world, &visits, &[]).await;
        let limit = usize::try_from(limit).unwrap();
        assert_eq!(world.log(), model(&visits, limit), "seed {seed}");
        assert!(most_in_a_second(&world.went()) <= limit, "seed {seed}");
    }
}

#[tokio::test(start_paused = true)]
async fn throttled_answers_in_between_let_nobody_through_and_lose_nobody() {
    for seed in 0..60 {
        let mut dice = Random::new(1000 + seed);
        let limit = 1 + dice.number_below(12);
        let visits = visits(&mut dice, 200);
        let end = visits.last().map_or(0, |visit| u64::try_from(visit.arrives.as_millis()).unwrap());
        let holds: Vec<_> = (0..10).map(|_| ms(1 + 2 * dice.number_below(end + 1))).collect();
        let world = World::new(u32::try_from(limit).unwrap());
        run(&world, &visits, &holds).await;
        let log = world.log();
        assert!(most_in_a_second(&world.went()) <= usize::try_from(limit).unwrap(), "seed {seed}");
        assert!(log.is_sorted_by_key(|(name, _)| *name), "seed {seed}");
        let held = |at: Duration| holds.iter().any(|hold| *hold < at && at < *hold + ms(1000));
        assert!(log.iter().all(|(_, at)| !held(*at)), "seed {seed}");
        let stayed = visits.iter().filter(|visit| visit.leaves.is_none()).count();
        let gone = log.iter().filter(|(name, _)| visits[*name].leaves.is_none()).count();
        assert_eq!(gone, stayed, "seed {seed}");
    }
}
