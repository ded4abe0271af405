//! One of several processes: this binary, run again.

use std::io::{BufRead, Read, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tencent_action::fake::FakeCloud;
use tencent_action::{Client, Clock, Credential, Error, RedisRateLimiter, RetryPolicy, SystemClock, tencent_action};

use super::{MARGIN, Worker};
use crate::server::Server;

/// How many requests each process has to send at a time.
const TASKS: usize = 10;
/// What a worker says before its number, among what the harness says.
const SENT: &str = "sent: ";

#[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 20)]
pub(super) struct ManageTask {
    task_id: String,
    operation_type: String,
}

pub(super) fn start(redis: &Server, cloud: &FakeCloud) -> Worker {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "fleet::worker::works", "--ignored", "--nocapture"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let line = format!("{} {}\n", redis.url(), cloud.endpoint().unwrap());
    child.stdin.as_mut().unwrap().write_all(line.as_bytes()).unwrap();
    Worker(child)
}

/// Ends one, and tells how many requests it sent.
pub(super) fn stop(mut worker: Worker) -> usize {
    drop(worker.0.stdin.take());
    let mut output = String::new();
    worker.0.stdout.take().unwrap().read_to_string(&mut output).unwrap();
    assert!(worker.0.wait().unwrap().success(), "{output}");
    output.split(SENT).nth(1).and_then(|rest| rest.lines().next()).unwrap().parse().unwrap()
}

/// Sends until its input ends, which says in its first line where Redis and the cloud are.
#[test]
#[ignore = "it is a process of the test above"]
#[expect(clippy::print_stdout, reason = "it is a process, and this is its result")]
fn works() {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).unwrap();
    let Some((redis, cloud)) = line.trim().split_once(' ') else { return };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let limiter = RedisRateLimiter::builder(redis).fail_closed().margin(MARGIN).build().unwrap();
    let client = client(cloud, limiter);
    let sent = Arc::new(AtomicUsize::new(0));
    let tasks: Vec<_> = (0..TASKS).map(|_| runtime.spawn(send(client.clone(), Arc::clone(&sent)))).collect();
    std::io::stdin().lock().read_to_end(&mut Vec::new()).unwrap();
    for task in tasks {
        assert!(!task.is_finished(), "{:?}", runtime.block_on(task));
    }
    println!("{SENT}{}", sent.load(Ordering::SeqCst));
}

fn client(cloud: &str, limiter: RedisRateLimiter) -> Client {
    let credential = Credential::with_secret_id("AKIDfake").secret_key("a-key-that-opens-nothing");
    Client::builder()
        .without_env()
        .credentials(credential)
        .endpoint(cloud)
        .retry(RetryPolicy::never())
        .rate_limiter(limiter)
        .build()
        .unwrap()
}

/// Sends one after another, and ends only by an error that isn't Redis's.
async fn send(client: Client, sent: Arc<AtomicUsize>) -> Error {
    loop {
        let task = ManageTask { task_id: "t".into(), operation_type: "Abort".into() };
        match task.send(&client).await {
            Ok(_) => {
                sent.fetch_add(1, Ordering::SeqCst);
            }
            // Redis is being restarted.
            Err(error) if error.is_rate_limited() => SystemClock.sleep(Duration::from_millis(20)).await,
            Err(error) => return error,
        }
    }
}
