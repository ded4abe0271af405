//! A call that fails among the pages, and one that is given up.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use futures_core::Stream;
use tencent_action::fake::Fault;

use super::*;

/// Ten a page, of 25.
fn tens() -> (FakeCloud, Client) {
    answering::<DescribeInstances>(|asked| {
        Ok(json!({ "InstanceSet": slice(25, asked["Offset"].as_u64().unwrap_or(0), 10), "TotalCount": 25 }))
    })
}

#[tokio::test]
async fn an_error_comes_once_after_what_came_before() {
    let (cloud, client) = tens();
    cloud.faults([None, Some(Fault::error(ApiError::new("InternalError", "No.")))]);
    let mut items = instances().pages(&client).items();
    for expected in 0..10 {
        assert_eq!(items.next().await.unwrap().unwrap(), expected);
    }
    let error = items.next().await.unwrap().unwrap_err();
    assert_eq!(error.code(), Some("InternalError"));
    assert!(items.next().await.is_none() && items.next().await.is_none());
    assert_eq!(cloud.received().len(), 2);

    // The request that failed goes on where it was.
    let rest = items.next_request().unwrap().clone();
    assert_eq!(rest.offset, Some(10));
    assert_eq!(rest.pages(&client).items().all().await.unwrap(), numbers(10..25));
}

#[tokio::test(start_paused = true)]
async fn the_clients_retries_are_those_of_each_page() {
    let (cloud, _) = tens();
    let fault = || Some(Fault::error(ApiError::new("InternalError", "No.")));
    cloud.faults([fault(), None, fault(), fault(), None, None]);
    let client = cloud.client().retry(RetryPolicy::default()).build().unwrap();
    let mut pages = instances().pages(&client);
    let mut attempts = Vec::new();
    while let Some(page) = pages.next().await {
        attempts.push(page.unwrap().attempts());
    }
    assert_eq!(attempts, [2, 3, 1]);
}

#[tokio::test]
async fn nothing_is_sent_before_it_is_asked_for() {
    let (cloud, client) = tens();
    let pages = instances().pages(&client);
    assert_eq!(format!("{pages:?}"), "Pages { position: Offset(0), .. }");
    let mut items = pages.items();
    assert_eq!(cloud.received().len(), 0);
    for (taken, expected) in [(1, 1), (9, 1), (1, 2), (9, 2), (1, 3)] {
        for _ in 0..taken {
            items.next().await.unwrap().unwrap();
        }
        assert_eq!(cloud.received().len(), expected);
    }
    assert_eq!(items.size_hint(), (4, None));
    assert_eq!(format!("{items:?}"), "Items { pages: Pages { position: Offset(20), .. }, rest: 4 }");
    drop(items);
    assert_eq!(cloud.received().len(), 3);
}

/// `select!` drops the future of `next`, and the call goes on with the next one.
#[tokio::test(start_paused = true)]
async fn a_next_that_is_dropped_loses_nothing() {
    let (cloud, client) = tens();
    cloud.fault(Fault::latency(Duration::from_secs(5)));
    let mut items = instances().pages(&client).items();
    let mut dropped = 0;
    let first = loop {
        tokio::select! {
            biased;
            item = items.next() => break item.unwrap().unwrap(),
            () = tencent_action::Clock::sleep(&tencent_action::SystemClock, Duration::from_secs(2)) => dropped += 1,
        }
    };
    assert_eq!((first, dropped, cloud.received().len()), (0, 2, 1));
    assert_eq!(items.all().await.unwrap(), numbers(1..25));
    assert_eq!(cloud.received().len(), 3);
}

#[tokio::test]
async fn pages_and_items_are_streams_for_other_crates_too() {
    async fn count<T>(mut stream: impl Stream<Item = Result<T, Error>> + Unpin + Send) -> usize {
        let mut count = 0;
        while let Some(item) = poll_fn(|cx| Pin::new(&mut stream).poll_next(cx)).await {
            item.map_err(|error| error.to_string()).unwrap();
            count += 1;
        }
        count
    }

    let (_cloud, client) = tens();
    assert_eq!(count(instances().pages(&client)).await, 3);
    assert_eq!(count(client.pages(instances()).items()).await, 25);
    let spawned = tokio::spawn(async move { instances().pages(&client).items().all().await.unwrap().len() });
    assert_eq!(spawned.await.unwrap(), 25);
}

/// A request that can't be written is an error of the first page, and of no panic.
#[tokio::test]
async fn a_request_that_cant_be_written_is_an_error() {
    #[tencent_action(
        service = "cvm",
        version = "2017-03-12",
        response = Instances,
        paginate(offset, items = instance_set, item = u64)
    )]
    struct DescribeNothing {
        offset: u64,
        share: f64,
    }

    let (cloud, client) = scripted::<DescribeNothing>([]);
    let mut pages = DescribeNothing { offset: 0, share: f64::NAN }.pages(&client);
    let mut next = pin!(pages.next());
    let Poll::Ready(Some(Err(error))) = next.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("no error at once")
    };
    assert!(error.to_string().contains("isn't a finite number"), "{error}");
    assert_eq!(cloud.received().len(), 0);
}
