//! On virtual time: tokio's is paused, and the system's clock goes by it.

mod order;
mod random;
mod world;

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use async_trait::async_trait;
use tokio::time::{Instant, advance};

use self::world::{World, key, most_in_a_second, ms, nonzero, sleep, waits};
use super::*;

#[tokio::test(start_paused = true)]
async fn twenty_go_at_once_and_the_next_a_second_later() {
    let world = World::new(20);
    world.arrive(50).await;
    sleep(ms(10_000)).await;
    let expected: Vec<_> = (0..50).map(|i| ms(i / 20 * 1000)).collect();
    assert_eq!(world.went(), expected);
}

/// What GCRA would let go: twenty, and then one each twentieth of a second.
#[tokio::test(start_paused = true)]
async fn the_window_slides() {
    let world = World::new(3);
    for at in [0, 900, 950, 960, 970, 2100] {
        sleep(ms(at).saturating_sub(world.now())).await;
        world.arrive(1).await;
    }
    sleep(ms(10_000)).await;
    assert_eq!(world.went(), [0, 900, 950, 1000, 1900, 2100].map(ms));
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_would_take_too_long_fails_at_once_and_takes_no_place() {
    let limiter = SlidingWindow::default();
    let (key, two) = (key("A"), nonzero(2));
    let begin = Instant::now();
    limiter.acquire(&key, two, Duration::ZERO).await.unwrap();
    limiter.acquire(&key, two, Duration::ZERO).await.unwrap();
    for patience in [ms(0), ms(999), ms(1000)] {
        let error = limiter.acquire(&key, two, patience).await.unwrap_err();
        assert!(error.is_too_late(), "{error}");
    }
    assert_eq!(begin.elapsed(), ms(0));
    limiter.acquire(&key, two, ms(1001)).await.unwrap();
    assert_eq!(begin.elapsed(), ms(1000));
}

#[tokio::test(start_paused = true)]
async fn one_that_waits_gives_up_when_it_learns_that_its_turn_comes_too_late() {
    let limiter = SlidingWindow::default();
    let key = key("A");
    let begin = Instant::now();
    limiter.acquire(&key, nonzero(1), Duration::ZERO).await.unwrap();
    let mut wait = pin!(limiter.acquire(&key, nonzero(1), ms(1500)));
    assert!(waits(wait.as_mut()).await);
    advance(ms(900)).await;
    limiter.throttled(&key);
    assert!(wait.await.unwrap_err().is_too_late());
    assert_eq!(begin.elapsed(), ms(900));
}

#[tokio::test(start_paused = true)]
async fn a_throttled_answer_holds_the_gate_for_a_second() {
    let world = World::new(20);
    world.arrive(1).await;
    sleep(ms(300)).await;
    world.limiter.throttled(&world.key);
    world.arrive(1).await;
    sleep(ms(500)).await;
    world.limiter.throttled(&world.key);
    world.arrive(1).await;
    sleep(ms(10_000)).await;
    assert_eq!(world.went(), [0, 1800, 1800].map(ms));
}

#[tokio::test(start_paused = true)]
async fn keys_count_apart() {
    let limiter = SlidingWindow::default();
    let of =
        |action: &str, host: &str, account: &str| RateKey::new("vod", "2018-07-17", action, host).with_account(account);
    for key in [
        of("A", "h", "i"),
        of("B", "h", "i"),
        of("A", "g", "i"),
        of("A", "h", "j"),
        RateKey::new("vod", "2018-07-17", "A", "h"),
    ] {
        limiter.acquire(&key, nonzero(1), Duration::ZERO).await.unwrap();
        assert!(limiter.acquire(&key, nonzero(1), Duration::ZERO).await.is_err(), "{key:?}");
    }
}

/// Ten thousand keys, one after another: what is remembered is the last second.
#[tokio::test(start_paused = true)]
async fn idle_keys_go() {
    let limiter = SlidingWindow::default();
    for i in 0..10_000 {
        limiter.acquire(&key(&i.to_string()), nonzero(1), Duration::ZERO).await.unwrap();
        advance(ms(20)).await;
        assert!(limiter.state.lock().unwrap().gates.len() <= 110);
    }
    sleep(ms(1000)).await;
    for i in 0..100 {
        limiter.acquire(&key(&i.to_string()), nonzero(1), Duration::ZERO).await.unwrap();
    }
    // What is live isn't forgotten by the way.
    for i in 0..100 {
        assert!(limiter.acquire(&key(&i.to_string()), nonzero(1), Duration::ZERO).await.is_err());
    }
}

/// A key that never rests remembers no more than its limit, and a queue that is gone leaves nothing.
#[tokio::test(start_paused = true)]
async fn a_busy_key_remembers_no_more_than_its_limit() {
    let world = World::new(7);
    for _ in 0..100 {
        world.arrive(20).await;
        world.cancel(6);
        sleep(ms(1500)).await;
    }
    sleep(ms(1_000_000)).await;
    let state = world.limiter.state.lock().unwrap();
    let gate = state.gates.values().next().unwrap();
    assert!(gate.len() <= 7, "{}", gate.len());
}

/// A clock whose wall time is set at will, and which has no other.
#[derive(Debug, Clone)]
struct Wall(Arc<Mutex<Duration>>);

#[async_trait]
impl Clock for Wall {
    fn now(&self) -> std::time::SystemTime {
        std::time::SystemTime::UNIX_EPOCH + *self.0.lock().unwrap()
    }

    async fn sleep(&self, duration: Duration) {
        sleep(duration).await;
    }
}

/// Even where there is only a wall clock, setting it back delays nobody: a sleep that is over has passed.
#[tokio::test(start_paused = true)]
async fn a_clock_that_is_set_back_delays_nobody() {
    let wall = Wall(Arc::new(Mutex::new(ms(10_000_000))));
    let limiter = SlidingWindow::with_clock(wall.clone());
    let (key, begin) = (key("A"), Instant::now());
    for i in 0..5 {
        limiter.acquire(&key, nonzero(1), ms(2000)).await.unwrap();
        assert_eq!(begin.elapsed(), ms(i * 1000));
        *wall.0.lock().unwrap() -= ms(1_000_000);
    }
    *wall.0.lock().unwrap() = Duration::ZERO;
    limiter.acquire(&key, nonzero(1), ms(2000)).await.unwrap();
    assert_eq!(begin.elapsed(), ms(5000));
}

/// The system's clock has a time that nobody sets, and is the one that its sleeps go by.
#[tokio::test(start_paused = true)]
async fn the_systems_clock_is_monotonic() {
    let (before, begin) = (SystemClock.monotonic(), Instant::now());
    SystemClock.sleep(ms(3_600_000)).await;
    assert_eq!(SystemClock.monotonic().saturating_sub(before), begin.elapsed());
    assert_eq!(begin.elapsed(), ms(3_600_000));
}

/// A clock whose sleeps are over at once, and one whose time is at its end: nobody waits, and nothing overflows.
#[tokio::test]
async fn odd_clocks_do_no_harm() {
    #[derive(Debug)]
    struct Odd(Duration);

    #[async_trait]
    impl Clock for Odd {
        fn now(&self) -> std::time::SystemTime {
            std::time::SystemTime::UNIX_EPOCH
        }

        fn monotonic(&self) -> Duration {
            self.0
        }

        async fn sleep(&self, _: Duration) {}
    }

    for time in [Duration::ZERO, Duration::MAX] {
        let limiter = SlidingWindow::with_clock(Odd(time));
        for _ in 0..100 {
            limiter.acquire(&key("A"), nonzero(1), Duration::MAX).await.unwrap();
            limiter.throttled(&key("A"));
        }
    }
}

#[test]
fn a_wait_can_be_sent() {
    fn is_send<T: Send>(_: &T) {}
    let limiter = SlidingWindow::default();
    let key = key("A");
    is_send(&Wait::new(&limiter, &key, nonzero(1), Duration::ZERO));
}

/// It waits, and isn't polled when its turn comes, nor before it is of no use any more.
#[tokio::test(start_paused = true)]
async fn one_that_comes_past_its_time_takes_no_turn() {
    let limiter = SlidingWindow::default();
    let (key, one) = (key("A"), nonzero(1));
    for late in [1500, 5000] {
        limiter.acquire(&key, one, Duration::ZERO).await.unwrap();
        let mut wait = pin!(limiter.acquire(&key, one, ms(1500)));
        assert!(waits(wait.as_mut()).await);
        advance(ms(late)).await;
        assert!(wait.await.unwrap_err().is_too_late());
    }
    limiter.acquire(&key, one, Duration::ZERO).await.unwrap();
}
