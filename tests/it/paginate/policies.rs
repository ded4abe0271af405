//! Each page is a call: rate limits, options, deadlines.

use std::time::Duration;

use tencent_action::fake::Fault;
use tokio::time::Instant;

use super::*;

/// One item a page, of so many.
fn ones(count: u64) -> (FakeCloud, Client) {
    answering::<DescribeTasks>(move |asked| {
        let at: u64 = asked["ScrollToken"].as_str().map_or(0, |token| token.parse().unwrap());
        let next = if at + 1 < count { (at + 1).to_string() } else { String::new() };
        Ok(json!({ "TaskSet": [at], "ScrollToken": next }))
    })
}

#[tokio::test(start_paused = true)]
async fn pages_wait_for_their_turn() {
    let (cloud, client) = ones(7);
    let begin = Instant::now();
    let mut turns = Vec::new();
    let mut items = tasks().pages(&client).items();
    while let Some(item) = items.next().await {
        turns.push((item.unwrap(), begin.elapsed().as_secs()));
    }
    // `rate_limit = 2`.
    assert_eq!(turns, [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (5, 2), (6, 3)]);
    assert_eq!(cloud.received().len(), 7);
}

#[tokio::test(start_paused = true)]
async fn each_page_has_the_options_of_a_call() {
    let (cloud, client) = ones(3);
    cloud.faults([None, Some(Fault::latency(Duration::from_secs(10)))]);
    let pages = tasks().pages(&client).each_call(|call| call.region("ap-tokyo").timeout(Duration::from_secs(5)));
    let begin = Instant::now();
    let (items, error) = read(pages).await;
    let error = error.unwrap();
    assert_eq!((items, begin.elapsed()), (vec![0], Duration::from_secs(5)));
    assert!(error.is_timeout(), "{error}");
    let regions: Vec<_> = cloud.received().iter().map(|received| received.region.clone()).collect();
    assert_eq!(regions, [Some("ap-tokyo".to_owned()), Some("ap-tokyo".to_owned())]);
}

/// The deadline is that of a page, not of all of them.
#[tokio::test(start_paused = true)]
async fn a_deadline_is_for_a_page() {
    let (cloud, client) = ones(5);
    cloud.faults(std::iter::repeat(Some(Fault::latency(Duration::from_secs(50)))));
    let begin = Instant::now();
    assert_eq!(tasks().pages(&client).items().all().await.unwrap(), numbers(0..5));
    assert_eq!(begin.elapsed(), Duration::from_secs(250));
}

#[tokio::test]
async fn a_faulty_option_is_an_error_of_the_first_page() {
    let (cloud, client) = ones(1);
    let (items, error) = read(tasks().pages(&client).each_call(|call| call.region("Tokyo!"))).await;
    assert!(items.is_empty());
    assert!(error.unwrap().to_string().starts_with("vod DescribeTasks: `Tokyo!` is no region"));
    assert_eq!(cloud.received().len(), 0);
}
