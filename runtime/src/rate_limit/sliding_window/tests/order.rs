//! Who goes first, who is woken, and who gives way.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Wake, Waker};

use super::*;

#[tokio::test(start_paused = true)]
async fn ten_thousand_go_in_the_order_of_their_arrival() {
    let world = World::new(20);
    world.arrive(10_000).await;
    sleep(ms(500_000)).await;
    let expected: Vec<_> = (0..10_000).map(|i| (i, ms(i as u64 / 20 * 1000))).collect();
    assert_eq!(world.log(), expected);
}

#[tokio::test(start_paused = true)]
async fn one_that_goes_away_gives_its_place_to_the_next() {
    let world = World::new(2);
    world.arrive(8).await;
    // The first in the queue, one in the middle, and one that went already.
    for name in [2, 5, 0] {
        world.cancel(name);
    }
    sleep(ms(10_000)).await;
    let expected = [(0, 0), (1, 0), (3, 1000), (4, 1000), (6, 2000), (7, 2000)];
    assert_eq!(world.log(), expected.map(|(name, at)| (name, ms(at))));
}

/// The turn of the first comes, and before it is told, it is dropped.
#[tokio::test(start_paused = true)]
async fn one_that_is_dropped_when_its_turn_comes_gives_its_place_too() {
    let limiter = SlidingWindow::default();
    let key = key("A");
    limiter.acquire(&key, nonzero(1), Duration::ZERO).await.unwrap();
    let mut first = Box::pin(limiter.acquire(&key, nonzero(1), Duration::MAX));
    let mut second = pin!(limiter.acquire(&key, nonzero(1), Duration::MAX));
    assert!(waits(first.as_mut()).await && waits(second.as_mut()).await);
    advance(ms(1000)).await;
    drop(first);
    let begin = Instant::now();
    second.await.unwrap();
    assert_eq!(begin.elapsed(), ms(0));
}

/// Those who left are no reason to think that a turn comes too late, whoever stands behind.
#[tokio::test(start_paused = true)]
async fn nobody_is_refused_for_those_who_have_left() {
    let limiter = SlidingWindow::default();
    let key = key("A");
    let acquire = |longest| Box::pin(limiter.acquire(&key, nonzero(1), ms(longest)));
    acquire(1000).await.unwrap();
    let (mut first, mut gone) = (acquire(60_000), (0..8).map(|_| acquire(60_000)).collect::<Vec<_>>());
    assert!(waits(first.as_mut()).await);
    for one in &mut gone {
        assert!(waits(one.as_mut()).await);
    }
    // In ten seconds, as it looks; when it is asked again it has 9.9 left, and two to wait.
    let (mut mine, mut behind) = (acquire(10_500), (0..10).map(|_| acquire(60_000)).collect::<Vec<_>>());
    assert!(waits(mine.as_mut()).await);
    for one in &mut behind {
        assert!(waits(one.as_mut()).await);
    }
    drop(gone);
    advance(ms(600)).await;
    limiter.throttled(&key);
    assert!(waits(mine.as_mut()).await);
}

/// Counts how often somebody is woken.
#[derive(Default)]
struct Count(AtomicUsize);

impl Wake for Count {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

/// Of a thousand that wait, no more are woken than are let go, and one that is the next.
#[tokio::test(start_paused = true)]
async fn nobody_is_woken_for_nothing() {
    let limiter = SlidingWindow::default();
    let key = key("A");
    let mut waits: Vec<_> = (0..1000)
        .map(|_| (Box::pin(limiter.acquire(&key, nonzero(20), Duration::MAX)), Arc::new(Count::default())))
        .collect();
    let mut gone = 0;
    let mut polls = 0;
    // Each is polled once, and then when it was woken.
    let mut asked: Vec<bool> = vec![true; 1000];
    for second in 0..50 {
        loop {
            let due: Vec<_> = (0..1000).filter(|i| std::mem::take(&mut asked[*i])).collect();
            if due.is_empty() {
                break;
            }
            for i in due {
                let (wait, count) = &mut waits[i];
                polls += 1;
                let waker = Waker::from(Arc::clone(count));
                gone += usize::from(wait.as_mut().poll(&mut Context::from_waker(&waker)).is_ready());
            }
            for (i, (_, count)) in waits.iter().enumerate() {
                asked[i] = count.0.swap(0, Ordering::Relaxed) > 0;
            }
        }
        assert_eq!(gone, 20 * (second + 1));
        advance(ms(1000)).await;
        for (i, (_, count)) in waits.iter().enumerate() {
            asked[i] = count.0.swap(0, Ordering::Relaxed) > 0;
        }
    }
    // Once at first; then the first of each second by its timer, and the others by the one before them.
    assert!(polls <= 1000 + 1000 + 50, "{polls}");
}

/// Futures that were polled once and then left lying don't hold up the others.
#[tokio::test(start_paused = true)]
async fn one_that_is_not_polled_is_passed_over() {
    let world = World::new(2);
    world.arrive(2).await;
    let mut lying: Vec<_> =
        (0..5).map(|_| Box::pin(world.limiter.acquire(&world.key, nonzero(2), Duration::MAX))).collect();
    for wait in &mut lying {
        assert!(waits(wait.as_mut()).await);
    }
    world.arrive(3).await;
    sleep(ms(20_000)).await;
    // The first came a tenth of a second after its turn, to look; the last before it was given two.
    assert_eq!(world.went(), [0, 0, 3200, 3200, 4200].map(ms));

    // By now those that are left lying are out of the way.
    world.arrive(3).await;
    sleep(ms(20_000)).await;
    assert_eq!(world.went()[5..], [20_000, 20_000, 21_000].map(ms));

    // When they come, they are before those that are waiting.
    world.arrive(4).await;
    for wait in lying {
        wait.await.unwrap();
    }
    assert_eq!(world.now(), ms(43_000));
    assert_eq!(world.went()[8..], [40_000, 40_000].map(ms));
    sleep(ms(20_000)).await;
    assert_eq!(world.went()[10..], [43_000, 44_000].map(ms));
}

/// A call that is left lying while its task makes another one of the same kind: that other must get through.
#[tokio::test(start_paused = true)]
async fn a_task_is_not_locked_up_by_a_call_that_it_does_not_poll() {
    let limiter = SlidingWindow::default();
    let (key, one, begin) = (key("A"), nonzero(1), Instant::now());
    limiter.acquire(&key, one, Duration::ZERO).await.unwrap();
    let mut first = pin!(limiter.acquire(&key, one, Duration::MAX));
    assert!(waits(first.as_mut()).await);
    limiter.acquire(&key, one, ms(60_000)).await.unwrap();
    assert_eq!(begin.elapsed(), ms(2100));
    first.await.unwrap();
    assert_eq!(begin.elapsed(), ms(3100));
}

/// A burst of holds while many wait: nobody is lost, and the order stays.
#[tokio::test(start_paused = true)]
async fn holds_keep_the_order() {
    let world = World::new(5);
    world.arrive(100).await;
    for _ in 0..7 {
        sleep(ms(1300)).await;
        world.limiter.throttled(&world.key);
        world.limiter.throttled(&world.key);
    }
    sleep(ms(100_000)).await;
    let names: Vec<_> = world.log().iter().map(|(name, _)| *name).collect();
    assert_eq!(names, (0..100).collect::<Vec<_>>());
    assert_eq!(most_in_a_second(&world.went()), 5);
}
