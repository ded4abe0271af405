//! Calls over real connections, 64 at a time.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tencent_action::fake::FakeCloud;
use tencent_action::{Client, Clock, Error, Reply, RetryPolicy, SystemClock};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use crate::actions::{DescribeTask, Done, ManageTask, is_idempotent};
use crate::faults::{Kinds, kinds, script};
use crate::ledger::{ATTEMPTS, Ledger, Totals};
use crate::memory::{expect_flat, resident};
use crate::warm_up;

const AT_A_TIME: usize = 64;

/// What may come on top of the warm-up, in KiB: what the allocator keeps for three threads, and for the connections that take the
/// place of broken ones. Runs had between 500 and 2,000. Of the 180,000 calls, 100 bytes lost of each would be 17,000.
const GROWTH: i64 = 4096;

pub(crate) fn soak(calls: u64) {
    let kinds = kinds();
    let ledger = Arc::new(Ledger::new(calls, &kinds));
    let cloud = cloud(&ledger, &kinds);
    // Waits as they are by default would take most of the time.
    let policy = RetryPolicy::default().max_attempts(ATTEMPTS).first_wait(Duration::from_millis(20));
    let client = cloud.client().retry(policy).build().unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();

    let begun = SystemClock.monotonic();
    call_all(&runtime, &client, &ledger, 0, warm_up(calls));
    let before = resident();
    call_all(&runtime, &client, &ledger, warm_up(calls), calls);
    let took = SystemClock.monotonic().saturating_sub(begun);

    let totals = ledger.audit();
    account(calls, &totals, &ledger, &kinds);
    println!("{:<52}{:>10.1} s", "  took", took.as_secs_f64());
    expect_flat(before, GROWTH);
}

fn cloud(ledger: &Arc<Ledger>, kinds: &Kinds) -> FakeCloud {
    let observer = Arc::clone(ledger);
    let cloud = FakeCloud::builder().observe(move |received| observer.observe(received)).start().unwrap();
    let runs = Arc::clone(ledger);
    cloud.on(move |ManageTask { task }| {
        runs.run(task);
        Ok(Done { task })
    });
    let runs = Arc::clone(ledger);
    cloud.on(move |DescribeTask { task }| {
        runs.run(task);
        Ok(Done { task })
    });
    cloud.faults(script(kinds));
    cloud
}

/// Makes the calls of these numbers.
fn call_all(runtime: &Runtime, client: &Client, ledger: &Arc<Ledger>, from: u64, to: u64) {
    let next = Arc::new(AtomicU64::new(from));
    let mut callers = JoinSet::new();
    for _ in 0..AT_A_TIME {
        let (client, ledger, next) = (client.clone(), Arc::clone(ledger), Arc::clone(&next));
        let calls = async move {
            loop {
                let task = next.fetch_add(1, Ordering::Relaxed);
                if task >= to {
                    return;
                }
                match call(&client, task).await {
                    Ok(reply) => {
                        assert_eq!(reply.task, task, "somebody else's answer");
                        ledger.succeed(task, reply.attempts());
                    }
                    Err(error) => ledger.fail(task, &error),
                }
            }
        };
        callers.spawn_on(calls, runtime.handle());
    }
    runtime.block_on(callers.join_all());
}

async fn call(client: &Client, task: u64) -> Result<Reply<Done>, Error> {
    let region = format!("call-{task}");
    if is_idempotent(task) {
        DescribeTask { task }.send(client).region(region).await
    } else {
        ManageTask { task }.send(client).region(region).await
    }
}

/// Shows the sums, and holds them against each other.
fn account(calls: u64, totals: &Totals, ledger: &Ledger, kinds: &Kinds) {
    let row = |what: &str, number: u64| println!("{what:<52}{number:>12}");
    row("calls over loopback, 64 at a time", calls);
    row("  succeeded", totals.successes);
    row("  failed, and didn't run", totals.not_run);
    row("  failed, and may have run", totals.may_have_run);
    row("  tried more than once", totals.retried);
    row("requests, told as attempts", totals.requests);
    let unread = ledger.unread.load(Ordering::Relaxed);
    row("  reset before they were read", unread);
    row("operations that ran", totals.runs);
    row("  again, of those that may", totals.done_again);
    let (mut ordered, mut happened) = (0, 0);
    for kind in kinds.iter() {
        ordered += kind.ordered.load(Ordering::Relaxed);
        happened += kind.happened.load(Ordering::Relaxed);
        assert_eq!(kind.ordered.load(Ordering::Relaxed), kind.happened.load(Ordering::Relaxed), "{}", kind.line);
    }
    row("faults", happened);
    for kind in kinds.iter() {
        row(&format!("  {}", kind.line), kind.happened.load(Ordering::Relaxed));
    }
    assert_eq!(totals.successes + totals.not_run + totals.may_have_run, calls);
    assert!(totals.retried > 0, "nothing was tried again");
    assert!(totals.not_run + totals.may_have_run <= happened, "a call failed without a fault");
    assert!(unread <= kinds[0].happened.load(Ordering::Relaxed), "only one kind of fault leaves a request unread");
    // 5 % of the requests, as chance has it.
    assert!(ordered.abs_diff(totals.requests / 20) * 10 < ordered + 1000, "{ordered} faults");
}
