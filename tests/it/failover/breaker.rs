//! A breaker from state to state, as calls see it.

use std::pin::pin;
use std::task::{Context, Waker};

use tencent_action::fake::Fault;
use tencent_action::{Client, RetryPolicy};
use tokio::task::{JoinSet, yield_now};

use super::{A, B, Hosts, pass, seconds, task, two_others};

/// A client whose first host's breaker is open.
async fn opened(hosts: &Hosts) -> Client {
    let client = hosts.client().build().unwrap();
    hosts.always(A, &Fault::refused());
    for _ in 0..5 {
        task().send(&client).await.unwrap();
    }
    assert_eq!(hosts.visits(), "ABABABABAB");
    client
}

#[tokio::test(start_paused = true)]
async fn five_failures_in_a_row_open_it_and_a_probe_after_the_pause_closes_it() {
    let hosts = Hosts::new();
    let client = opened(&hosts).await;
    pass(9).await;
    task().send(&client).await.unwrap();
    assert_eq!(hosts.visits(), "B", "open");
    pass(1).await;
    task().send(&client).await.unwrap();
    task().send(&client).await.unwrap();
    assert_eq!(hosts.visits(), "ABB", "half-open, and open again");
    hosts.heal(A);
    pass(19).await;
    task().send(&client).await.unwrap();
    assert_eq!(hosts.visits(), "B", "for twice the pause");
    pass(1).await;
    for _ in 0..3 {
        task().send(&client).await.unwrap();
    }
    assert_eq!(hosts.visits(), "AAA", "closed");
    // It takes five again, and the pause is the first one.
    hosts.always(A, &Fault::refused());
    for _ in 0..6 {
        task().send(&client).await.unwrap();
    }
    assert_eq!(hosts.visits(), "ABABABABABB");
    pass(10).await;
    task().send(&client).await.unwrap();
    assert_eq!(hosts.visits(), "AB");
}

#[tokio::test(start_paused = true)]
async fn an_answer_begins_a_new_row() {
    let hosts = Hosts::new();
    let client = hosts.client().build().unwrap();
    for _ in 0..3 {
        hosts.clouds[A].faults((0..4).map(|_| Some(Fault::refused())));
        for _ in 0..5 {
            task().send(&client).await.unwrap();
        }
        assert_eq!(hosts.visits(), "ABABABABA");
    }
}

#[tokio::test(start_paused = true)]
async fn of_many_calls_one_is_the_probe() {
    let hosts = Hosts::new();
    let client = opened(&hosts).await;
    hosts.always(A, &Fault::latency(seconds(5)));
    pass(10).await;
    let mut calls = JoinSet::new();
    for _ in 0..20 {
        calls.spawn(task().send(&client));
    }
    while let Some(outcome) = calls.join_next().await {
        assert_eq!(outcome.unwrap().unwrap().attempts(), 1);
    }
    assert_eq!(hosts.visits(), format!("A{}", "B".repeat(19)));
    hosts.heal(A);
    task().send(&client).await.unwrap();
    assert_eq!(hosts.visits(), "A");
}

#[tokio::test(start_paused = true)]
async fn a_probe_that_is_dropped_gives_its_place_to_the_next() {
    let hosts = Hosts::new();
    let client = opened(&hosts).await;
    hosts.always(A, &Fault::latency(seconds(5)));
    pass(10).await;
    let probe = tokio::spawn(task().send(&client));
    yield_now().await;
    task().send(&client).await.unwrap();
    assert_eq!(hosts.visits(), "AB");
    probe.abort();
    assert!(probe.await.unwrap_err().is_cancelled());
    hosts.heal(A);
    task().send(&client).await.unwrap();
    assert_eq!(hosts.visits(), "A");
    assert_eq!(client.stats().cancelled, 1);
}

/// Time that is up is no cancellation: the host didn't answer.
#[tokio::test(start_paused = true)]
async fn a_probe_that_meets_the_deadline_has_failed() {
    let hosts = Hosts::new();
    let client = opened(&hosts).await;
    hosts.always(A, &Fault::stall(0));
    pass(10).await;
    let error = task().send(&client).timeout(seconds(3)).await.unwrap_err();
    assert!(error.is_timeout() && error.may_have_run(), "{error}");
    task().send(&client).await.unwrap();
    assert_eq!(hosts.visits(), "AB");
}

#[tokio::test(start_paused = true)]
async fn if_all_are_open_a_call_goes_where_the_pause_ends_first() {
    let hosts = Hosts::new();
    let client = hosts.client().retry(RetryPolicy::never()).failover(two_others().after_failures(1)).build().unwrap();
    for host in 0..3 {
        hosts.always(host, &Fault::refused());
        task().send(&client).await.unwrap_err();
        pass(1).await;
    }
    assert_eq!(hosts.visits(), "ABC");
    for _ in 0..50 {
        assert!(task().send(&client).await.unwrap_err().is_transport(), "it was tried");
    }
    assert_eq!(hosts.visits(), "A".repeat(50));
    // What fails there doesn't put off the end of its pause; and an answer ends it at once.
    hosts.heal(A);
    task().send(&client).await.unwrap();
    hosts.heal(B);
    task().send(&client).await.unwrap();
    assert_eq!(hosts.visits(), "AA");
}

/// What a client has learnt, its clones know, and another client doesn't.
#[tokio::test(start_paused = true)]
async fn clones_share_it() {
    let hosts = Hosts::new();
    let client = opened(&hosts).await;
    task().send(&client.clone()).await.unwrap();
    assert_eq!(hosts.visits(), "B");
    task().send(&hosts.client().build().unwrap()).await.unwrap();
    assert_eq!(hosts.visits(), "AB");
}

/// It has the time of its call; then another may look.
#[tokio::test(start_paused = true)]
async fn a_probe_that_is_left_lying_holds_up_no_other() {
    let hosts = Hosts::new();
    let client = opened(&hosts).await;
    hosts.always(A, &Fault::latency(seconds(1)));
    pass(10).await;
    let mut probe = pin!(task().send(&client));
    assert!(probe.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    pass(59).await;
    task().send(&client).await.unwrap();
    assert_eq!(hosts.visits(), "AB");
    pass(1).await;
    for _ in 0..2 {
        task().send(&client).await.unwrap();
    }
    assert_eq!(hosts.visits(), "AA");
}
