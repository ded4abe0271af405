//! Whatever happens, no more than the limit go in a second by Redis's time.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tencent_action::{RateLimiter, RedisRateLimiter};
use tokio::task::JoinHandle;

use crate::server::Server;
use crate::stage::{Stage, Wait, come, key, open, seconds};

const LIMIT: u32 = 5;
/// A second and the margin, in microseconds.
const SPACING: f64 = 10e6;

/// A generator of numbers, the same each time: that of Lehmer.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0 * 48_271 % 0x7fff_ffff;
        self.0 % sides
    }
}

struct World {
    server: Server,
    stage: Stage,
    machines: [Arc<RedisRateLimiter>; 3],
    waiting: Vec<Waiter>,
    /// Who went when, in microseconds, as if all the time that passed had passed in Redis.
    went: HashMap<String, f64>,
}

struct Waiter {
    task: JoinHandle<()>,
    wait: Wait,
    until: Duration,
}

impl World {
    async fn new() -> Self {
        let (server, stage) = (Server::start(), Stage::new());
        let machines = [(); 3].map(|()| stage.machine(&server));
        open(&server, &machines[0]).await;
        Self { server, stage, machines, waiting: Vec::new(), went: HashMap::new() }
    }

    async fn comes(&mut self, machine: usize) {
        let task = come(&self.machines[machine], LIMIT);
        let task = tokio::spawn(async move { task.await.unwrap().unwrap() });
        self.settles(task).await;
    }

    /// Until one waits or went.
    async fn settles(&mut self, mut task: JoinHandle<()>) {
        let wait = tokio::select! {
            wait = self.stage.waits() => Some(wait),
            done = &mut task => { done.unwrap(); None }
        };
        if let Some(wait) = wait {
            let until = self.stage.passed() + wait.told;
            self.waiting.push(Waiter { task, wait, until });
        }
        self.look();
    }

    /// Wakes one that is due or will be next, after it is, and some of them late.
    async fn wakes(&mut self, which: usize, late: Duration) {
        self.waiting.sort_by_key(|waiter| waiter.until);
        if self.waiting.is_empty() {
            return;
        }
        let Waiter { task, wait, until } = self.waiting.remove(which % self.waiting.len().min(4));
        let time = (until + late).saturating_sub(self.stage.passed());
        self.stage.pass(&self.server, time);
        wait.over();
        self.settles(task).await;
    }

    fn look(&mut self) {
        let went = format!("ZRANGE {} 0 -1 WITHSCORES", self.went_key());
        let passed = self.stage.passed().as_secs_f64() * 1e6;
        for (ticket, at) in self.server.command::<Vec<(String, f64)>>(&went) {
            self.went.entry(ticket).or_insert(at + passed);
        }
    }

    fn went_key(&self) -> String {
        self.server.key("gate").replace(":gate", ":went")
    }
}

#[tokio::test]
async fn no_more_than_the_limit_go_in_a_second() {
    let (mut world, mut dice) = (World::new().await, Dice(20_180_717));
    let mut holds = 0;
    for _ in 0..600 {
        let machine = usize::try_from(dice.roll(3)).unwrap();
        match dice.roll(16) {
            0..7 => world.comes(machine).await,
            7..13 => {
                let late = Duration::from_millis(if dice.roll(4) == 0 { dice.roll(15_000) } else { dice.roll(20) });
                world.wakes(usize::try_from(dice.roll(4)).unwrap(), late).await;
            }
            13 => world.stage.pass(&world.server, Duration::from_millis(dice.roll(4_000))),
            14 => {
                if !world.waiting.is_empty() {
                    let last = world.waiting.len();
                    world.waiting.remove(usize::try_from(dice.roll(last as u64)).unwrap()).task.abort();
                }
            }
            _ => {
                world.machines[machine].throttled(&key());
                holds += 1;
            }
        }
    }
    // What waits goes in the end.
    for _ in 0..5_000 {
        world.wakes(0, Duration::from_millis(1)).await;
    }
    assert_eq!(world.waiting.len(), 0);
    let mut went: Vec<f64> = world.went.values().copied().collect();
    went.sort_by(f64::total_cmp);
    assert!(went.len() > 200 && holds > 10, "{} went, and {holds} holds", went.len());
    let closest = went.windows(LIMIT as usize + 1).map(|row| row[LIMIT as usize] - row[0]).fold(f64::MAX, f64::min);
    // A microsecond is lost where the time that passed is a fraction.
    assert!(closest > SPACING - 10.0, "{closest}");
    assert!(world.stage.passed() > seconds(300));
}
