//! Those who wait behind one who gives up.

use std::time::Duration;

use tokio::time::Instant;

use super::steps::{BOTH, polled};
use super::world::{ISSUE, World};
use crate::faults::seconds;

/// The one who gives up leads a refresh and stands first in the queue; the other waits for both.
#[tokio::test(start_paused = true)]
async fn who_waits_for_the_same_gets_it_all_the_same() {
    for follows in [false, true] {
        for dropped in BOTH {
            for times in 1.. {
                let world = World::new();
                if follows {
                    world.call("before", false, false).await.unwrap();
                }
                let (begun, before) = (Instant::now(), world.sent().len());
                let other = world.clone();
                let behind = async {
                    // It comes second to everything.
                    tokio::task::yield_now().await;
                    other.call("behind", false, false).await.unwrap();
                };
                let (outcome, ()) = tokio::join!(polled(world.call("it", false, false), times, dropped), behind);
                let at = format!("follows: {follows}, given up after {times} polls, {dropped:?}");
                assert_eq!((world.runs("behind"), world.asked().len()), (1, 1), "{at}");
                let sent = &world.sent()[before..];
                // Both wait for the first refresh, or for the second after the call before them; then one second more
                // for the turn of the one who gave up, if it was taken.
                let first = if follows { seconds(1) } else { ISSUE };
                let due = first + seconds(u64::try_from(sent.len()).unwrap() - 1);
                let went = *sent.last().unwrap() - begun;
                assert!(went.abs_diff(due) <= Duration::from_millis(5), "{at}: {went:?} and not {due:?}");
                if outcome.is_some() {
                    assert_eq!(sent.len(), 2, "{at}");
                    break;
                }
            }
        }
    }
}
