//! Four processes on real time, and a server that counts.

mod seen;
mod worker;

use std::process::Child;
use std::sync::mpsc;
use std::time::Duration;

use tencent_action::Empty;
use tencent_action::fake::{FakeCloud, Received};

use self::seen::Seen;
use self::worker::ManageTask;
use crate::server::Server;

const LIMIT: u32 = 20;
const PROCESSES: usize = 4;
/// Twenty requests at a time, of four processes, and the cloud that reads them share a machine with other tests: how long
/// one of them takes differs by more than it does on a network, and by far more than the default margin of 50 ms.
const MARGIN: Duration = Duration::from_millis(500);
/// A second, in microseconds.
const SECOND: u64 = 1_000_000;
/// What lies between a request and the one that is the limit ahead of it, by Redis's time: a second and the margin.
const SPACING: u64 = 3 * SECOND / 2;
/// As many requests come before Redis is killed, and after it.
const REQUESTS: usize = 70;
/// Of a test that hangs.
const LONG: Duration = Duration::from_secs(60);

/// Each process has ten requests at a time to send, so without a limiter there would be hundreds in a second; and with one
/// each, eighty.
#[test]
fn four_processes_together_stay_within_20_in_any_second_also_if_redis_is_restarted() {
    let mut redis = Server::start();
    let mut monitors = vec![redis.monitor()];
    let (sender, arrivals) = mpsc::channel();
    let cloud = FakeCloud::builder().observe(move |received| drop(sender.send(received.clone()))).start().unwrap();
    cloud.on(|_: ManageTask| Ok(Empty)).throttle("vod", "ManageTask", LIMIT);
    let workers: Vec<_> = (0..PROCESSES).map(|_| worker::start(&redis, &cloud)).collect();

    let mut received: Vec<Received> = take(&arrivals, REQUESTS);
    redis.restart();
    monitors.push(redis.monitor());
    received.extend(take(&arrivals, REQUESTS));
    let said: Vec<_> = workers.into_iter().map(worker::stop).collect();
    received.extend(arrivals.try_iter());
    redis.kill();
    let seen: Vec<Seen> = monitors.into_iter().map(|monitor| Seen::of(&monitor.join().unwrap())).collect();

    stays_within(&received);
    let mut granted: Vec<u64> = seen.iter().flat_map(|seen| seen.granted.iter().copied()).collect();
    granted.sort_unstable();
    let closest = closest(&granted);
    assert!(closest >= SPACING, "by Redis's time, 21 requests went within {closest} µs");
    seen.iter().for_each(Seen::few_round_trips);
    assert!(said.iter().all(|sent| *sent > 0), "one of the processes had no turn: {said:?}");
}

fn take(arrivals: &mpsc::Receiver<Received>, count: usize) -> Vec<Received> {
    (0..count).map(|_| arrivals.recv_timeout(LONG).expect("requests come")).collect()
}

/// As the cloud sees it: by the calendar's seconds, as it counts, and by any.
fn stays_within(received: &[Received]) {
    assert!(received.len() >= 2 * REQUESTS);
    for one in received {
        assert!(one.error.is_none(), "{one}");
    }
    let micros = |one: &Received| one.arrived.duration_since(std::time::UNIX_EPOCH).unwrap().as_micros();
    let mut arrived: Vec<u64> = received.iter().map(|one| micros(one).try_into().unwrap()).collect();
    arrived.sort_unstable();
    let closest = closest(&arrived);
    assert!(closest >= SECOND, "21 requests arrived within {closest} µs");
}

/// The shortest time in which one more than the limit came.
fn closest(times: &[u64]) -> u64 {
    times.windows(LIMIT as usize + 1).map(|row| row[LIMIT as usize] - row[0]).min().unwrap()
}

/// A process that a test started, which doesn't outlive it.
struct Worker(Child);

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}
