//! Whole calls over loopback, beside HTTP clients that post the same bytes and know nothing of the API.

mod candidates;

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Instant;

use self::candidates::{Candidate, Sender};
use crate::client;
use crate::rounds::{Rounds, median, process_time};
use crate::server::Server;
use crate::table::{Cell, Table};

const ROUNDS: usize = 9;

/// How many requests are under way, and how many there are in a round.
const CROWDS: [(usize, usize); 3] = [(1, 500), (16, 2_000), (64, 2_000)];

pub(crate) fn small() -> Result<Table, String> {
    let head = ["under way", "client", "CPU, µs a request", "to reqwest", "p99, µs", "to reqwest "];
    let mut table = Table::new("loopback", "Small calls over loopback, plain HTTP/1.1", &head);
    let server = Server::start()?;
    let candidates = candidates::small(&server.url)?;
    for (crowd, requests) in CROWDS {
        table.rows.extend(compare(&candidates, crowd, requests));
    }
    Ok(table)
}

/// The floor is reqwest with a request that is signed by hand.
pub(crate) fn large() -> Result<Table, String> {
    let head = ["under way", "client", "CPU, µs a request", "to reqwest", "p99, µs", "to reqwest "];
    let mut table = Table::new("large", "Calls with 1 MiB over loopback, plain HTTP/1.1", &head);
    let server = Server::start()?;
    table.rows = compare(&candidates::large(&server.url)?, 1, 40);
    Ok(table)
}

/// A row for each of the candidates. They are compared with the second.
fn compare(candidates: &[Candidate], crowd: usize, requests: usize) -> Vec<Vec<Cell>> {
    let runtime = client::runtime();
    let late = RefCell::new(vec![Vec::new(); candidates.len()]);
    let cpu = Rounds::run(ROUNDS, candidates.len(), |of| {
        let begun = process_time();
        let mut latencies = runtime.block_on(send(&candidates[of], crowd, requests));
        let taken = (process_time() - begun) * 1e6;
        latencies.sort_by(f64::total_cmp);
        late.borrow_mut()[of].push(latencies[requests * 99 / 100]);
        taken / count(requests)
    });
    let late = late.into_inner();
    let ratio = |of: usize| median(late[of].iter().zip(&late[1]).map(|(ours, theirs)| ours / theirs).collect());
    let row = |(of, candidate): (usize, &Candidate)| {
        vec![
            Cell::count(crowd as u64),
            Cell::text_of(candidate.name),
            Cell::Number(cpu.median(of), 1),
            Cell::ratio(cpu.ratio(of, 1)),
            Cell::Number(median(late[of].clone()), 0),
            Cell::ratio(ratio(of)),
        ]
    };
    candidates.iter().enumerate().map(row).collect()
}

/// Sends so many requests, a crowd of them at a time, and tells how long each took in microseconds. Each of the crowd is a task,
/// as the handlers of a server are: one that is woken polls nobody else.
async fn send(candidate: &Candidate, crowd: usize, requests: usize) -> Vec<f64> {
    let left = Arc::new(AtomicUsize::new(requests));
    let tasks: Vec<_> =
        (0..crowd).map(|_| tokio::spawn(one_after_another(candidate.send.clone(), left.clone()))).collect();
    let mut latencies = Vec::with_capacity(requests);
    for task in tasks {
        latencies.extend(task.await.expect("a task ends"));
    }
    latencies
}

async fn one_after_another(send: Sender, left: Arc<AtomicUsize>) -> Vec<f64> {
    let mut latencies = Vec::new();
    while left.fetch_update(Relaxed, Relaxed, |left| left.checked_sub(1)).is_ok() {
        let begun = Instant::now();
        send().await;
        latencies.push(begun.elapsed().as_secs_f64() * 1e6);
    }
    latencies
}

#[expect(clippy::cast_precision_loss, reason = "no count has 16 digits")]
fn count(requests: usize) -> f64 {
    requests as f64
}
