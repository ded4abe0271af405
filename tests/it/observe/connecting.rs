//! A connection that doesn't come about, over a socket.

use std::net::TcpListener;
use std::time::Duration;

use tencent_action::{Client, RetryPolicy};

use crate::support::{ManageTask, credential};

/// Somebody accepts, and says nothing to the beginning of TLS: no request was sent, so any call is tried again.
#[tokio::test]
async fn a_connect_timeout_leaves_nothing_open() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let client = Client::builder()
        .without_env()
        .credentials(credential())
        .endpoint(format!("https://{}", silent.local_addr().unwrap()))
        .connect_timeout(Duration::from_millis(1))
        .retry(RetryPolicy::default().first_wait(Duration::ZERO).longest_wait(Duration::ZERO))
        .build()
        .unwrap();
    let error = ManageTask::abort("t").send(&client).await.unwrap_err();
    assert!(error.is_transport() && error.is_retryable() && !error.may_have_run(), "{error}");
    assert_eq!(error.attempts(), 3, "{error}");
    let stats = client.stats();
    assert_eq!((stats.attempts, stats.retries, stats.timeouts), (3, 2, 0), "{stats}");
}
