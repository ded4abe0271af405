//! What is told of hosts that fail and work again.

use tencent_action::fake::Fault;

use super::log::Log;
use crate::failover::{A, Hosts, pass};
use crate::support::ManageTask;

#[tokio::test(start_paused = true)]
async fn a_breaker_that_opens_is_a_warning_and_one_that_closes_is_told_and_both_once() {
    let (log, _guard) = Log::listen();
    let hosts = Hosts::new();
    let client = hosts.client().build().unwrap();
    let told = |about: &str| log.events().into_iter().filter(|event| event.contains(about)).collect::<Vec<_>>();
    hosts.always(A, &Fault::refused());
    for _ in 0..8 {
        ManageTask::abort("t").send(&client).await.unwrap();
    }
    let opened = told("a host fails");
    assert!(opened.len() == 1 && opened[0].starts_with("WARN call"), "{opened:?}");
    assert!(opened[0].contains("host=vod.tencentcloudapi.com") && opened[0].contains("pause=10s"), "{opened:?}");
    hosts.heal(A);
    pass(10).await;
    assert!(told("a host works again").is_empty());
    for _ in 0..2 {
        ManageTask::abort("t").send(&client).await.unwrap();
    }
    let closed = told("a host works again");
    assert!(closed.len() == 1 && closed[0].starts_with("INFO call"), "{closed:?}");
    assert_eq!(client.stats().failovers, 8);
}
