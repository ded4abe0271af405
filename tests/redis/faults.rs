//! Redis that isn't there, doesn't answer, or refuses.

use std::net::{Ipv4Addr, TcpListener};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Waker};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use tencent_action::fake::FakeCloud;
use tencent_action::{Clock, Empty, RateLimitError, RedisRateLimiter, SystemClock, tencent_action};

use crate::server::Server;
use crate::stage::{Stage, TIMEOUT, ask, come_with, open, seconds};

/// That of a limiter which is broken, and not just late.
fn message(outcome: Result<(), RateLimitError>) -> String {
    let error = outcome.unwrap_err();
    assert!(!error.is_too_late(), "{error}");
    error.to_string()
}

#[tokio::test]
async fn one_that_fails_closed_fails_while_redis_is_away() {
    let (mut server, stage) = (Server::start(), Stage::new());
    let machine = stage.builder(&server).fail_closed().build().unwrap();
    open(&server, &machine).await;
    ask(&machine, 20, Duration::ZERO).await.unwrap();
    server.kill();
    let expected = format!("the rate limiter failed: Redis at {}: ", server.address());
    let first = message(ask(&machine, 20, seconds(60)).await);
    assert!(first.starts_with(&expected), "{first}");

    // For a second, it isn't looked for, even if it is back.
    server.restart();
    assert_eq!(message(ask(&machine, 20, seconds(60)).await), first);
    stage.skip(seconds(1));
    assert!(ask(&machine, 20, seconds(5)).await.unwrap_err().is_too_late());
}

#[tokio::test]
async fn one_that_fails_open_keeps_its_part_of_the_limit_while_redis_is_away() {
    let (mut server, stage) = (Server::start(), Stage::new());
    let machine = stage.builder(&server).fail_open().machines(4).build().unwrap();
    open(&server, &machine).await;
    ask(&machine, 9, Duration::ZERO).await.unwrap();
    server.kill();
    for _ in 0..2 {
        ask(&machine, 9, Duration::ZERO).await.unwrap();
    }
    assert!(ask(&machine, 9, Duration::ZERO).await.unwrap_err().is_too_late());
    server.restart();
    stage.skip(seconds(1));
    // Back at Redis, which has forgotten who went.
    assert!(ask(&machine, 9, seconds(5)).await.unwrap_err().is_too_late());
    assert_eq!(server.command::<Vec<String>>("KEYS *:gate").len(), 1);
}

/// A part of less than one request is one.
#[tokio::test]
async fn each_may_send_something() {
    let (mut server, stage) = (Server::start(), Stage::new());
    let machine = stage.builder(&server).fail_open().machines(40).build().unwrap();
    server.kill();
    ask(&machine, 20, Duration::ZERO).await.unwrap();
    assert!(ask(&machine, 20, Duration::ZERO).await.unwrap_err().is_too_late());
}

/// As a server that has become a replica does, while the service's name leads to it still.
#[tokio::test]
async fn a_redis_that_refuses_is_let_alone_for_a_second() {
    let (server, stage) = (Server::start(), Stage::new());
    let machine = stage.builder(&server).fail_open().build().unwrap();
    open(&server, &machine).await;
    let _: String = server.command("REPLICAOF 127.0.0.1 1");
    let before = server.connections();
    for _ in 0..100 {
        ask(&machine, 1000, Duration::ZERO).await.unwrap();
    }
    assert!(server.command::<Vec<String>>("KEYS *:went").is_empty());
    // A second try over a new one, and those of both questions.
    assert_eq!(server.connections() - before, 3);

    let _: String = server.command("REPLICAOF NO ONE");
    stage.skip(seconds(1));
    ask(&machine, 1000, Duration::ZERO).await.unwrap();
    // Back at Redis, which has noted who went.
    assert_eq!(server.command::<Vec<String>>("KEYS *:went").len(), 1);
}

#[tokio::test]
async fn a_call_that_is_left_lying_while_it_connects_to_redis_holds_up_no_other() {
    let (server, stage) = (Server::start(), Stage::new());
    let machine = stage.machine(&server);
    // One connects, and another waits for that.
    let (mut first, mut second) = (pin!(ask(&machine, 20, Duration::ZERO)), pin!(ask(&machine, 20, Duration::ZERO)));
    let mut context = Context::from_waker(Waker::noop());
    assert!(first.as_mut().poll(&mut context).is_pending() && second.as_mut().poll(&mut context).is_pending());
    open(&server, &machine).await;
    assert_eq!(server.command::<Vec<String>>("KEYS *:gate").len(), 1);
}

/// A clock whose waits are over at once, when told.
#[derive(Debug, Clone, Default)]
struct Impatient(Arc<AtomicBool>);

#[async_trait]
impl Clock for Impatient {
    fn now(&self) -> SystemTime {
        SystemClock.now()
    }

    async fn sleep(&self, duration: Duration) {
        if !self.0.load(Ordering::SeqCst) {
            SystemClock.sleep(duration).await;
        }
    }
}

#[tokio::test]
async fn a_redis_that_doesnt_answer_is_given_up() {
    let (server, clock) = (Server::start(), Impatient::default());
    let machine = RedisRateLimiter::builder(server.url()).timeout(TIMEOUT).clock(clock.clone()).build().unwrap();
    assert!(ask(&machine, 20, Duration::ZERO).await.unwrap_err().is_too_late());
    let _: String = server.command("CLIENT PAUSE 3600000 ALL");
    clock.0.store(true, Ordering::SeqCst);
    let said = message(ask(&machine, 20, seconds(60)).await);
    assert_eq!(said, format!("the rate limiter failed: Redis at {}: no answer within 77s", server.address()));

    let silent = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = silent.local_addr().unwrap();
    // Also one without patience learns what is wrong.
    for patience in [60, 1, 0] {
        let builder = RedisRateLimiter::builder(format!("redis://{address}")).timeout(seconds(3)).clock(clock.clone());
        let said = message(ask(&builder.build().unwrap(), 20, seconds(patience)).await);
        assert_eq!(said, format!("the rate limiter failed: Redis at {address}: no connection within 3s"));
    }
}

/// Whose patience ends while Redis is asked is late, and not alone: nothing goes, whatever it does without Redis.
#[tokio::test]
async fn patience_also_ends_while_redis_is_asked() {
    let silent = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let url = format!("redis://{}", silent.local_addr().unwrap());
    let mut stage = Stage::new();
    for builder in [stage.builder_at(url.clone()).fail_closed(), stage.builder_at(url.clone()).fail_open()] {
        let task = come_with(&Arc::new(builder.build().unwrap()), 20, 2 * TIMEOUT);
        let wait = stage.waits().await;
        assert_eq!(wait.told, 2 * TIMEOUT);
        wait.over();
        assert!(task.await.unwrap().unwrap_err().is_too_late());
    }
}

#[tencent_action(service = "vod", version = "2018-07-17", rate_limit = 20)]
struct DescribeTasks;

#[tokio::test]
async fn no_password_is_shown() {
    let server = Server::with(&["--save", "", "--requirepass", "the right one"]);
    let url = |password: &str| format!("redis://:{password}@{}", server.address());
    let right = RedisRateLimiter::builder(url("the%20right%20one")).timeout(TIMEOUT).build().unwrap();
    assert!(ask(&right, 20, Duration::ZERO).await.unwrap_err().is_too_late());

    let wrong = RedisRateLimiter::builder(url("hunter2")).timeout(TIMEOUT).build().unwrap();
    let shown = format!("{wrong:?}");
    let cloud = FakeCloud::in_process();
    cloud.on(|_: DescribeTasks| Ok(Empty));
    let error = DescribeTasks.send(&cloud.client().rate_limiter(wrong).build().unwrap()).await.unwrap_err();
    let said = error.to_string();
    assert!(error.is_rate_limited() && said.contains(&server.address()), "{said}");
    assert!(said.contains("Password authentication failed"), "{said}");
    assert!(cloud.received().is_empty());
    let shown = format!("{shown} {error} {error:?}");
    assert!(!shown.contains("hunter2"), "{shown}");
}

/// Managed servers let few call `INFO`.
#[tokio::test]
async fn a_user_without_info_is_enough() {
    let server = Server::start();
    let _: String =
        server.command("ACL SETUSER fleet on >pw ~tencent-action:* -@all +evalsha +eval +time +@read +@write");
    let url = format!("redis://fleet:pw@{}", server.address());
    let machine = RedisRateLimiter::builder(url).margin(seconds(9)).timeout(TIMEOUT).build().unwrap();
    open(&server, &machine).await;
    ask(&machine, 1, Duration::ZERO).await.unwrap();
    assert!(ask(&machine, 1, seconds(1)).await.unwrap_err().is_too_late());
    assert_eq!(server.command::<String>(&format!("HGET {} run", server.key("gate"))), "unknown");
}

/// One round trip for a request that needn't wait; two if the server has forgotten the script.
#[tokio::test]
async fn a_script_that_was_flushed_is_sent_again() {
    let (server, stage) = (Server::start(), Stage::new());
    let machine = stage.machine(&server);
    open(&server, &machine).await;
    let _: String = server.command("SCRIPT FLUSH");
    let _: String = server.command("CONFIG RESETSTAT");
    for _ in 0..3 {
        ask(&machine, 20, Duration::ZERO).await.unwrap();
    }
    let stats: String = server.command("INFO commandstats");
    let calls = |command: &str| stats.split(&format!("cmdstat_{command}:calls=")).nth(1).map(|rest| &rest[..1]);
    assert_eq!([calls("evalsha"), calls("eval")], [Some("3"), Some("1")], "{stats}");
}
