//! Connections over real sockets: how long they are kept, and what becomes of a call when one closes.

mod server;

use std::net::TcpListener;
use std::time::Duration;

use tencent_action::fake::{FakeCloud, Fault};
use tencent_action::{Client, ClientBuilder, Empty, RetryPolicy};
use tokio::runtime::{Builder, Handle};

use self::server::{Reaction, Server};
use crate::support::{ManageTask, credential};

/// A client that never tries again, so that what is seen is the connections' doing.
fn client(server: &Server) -> ClientBuilder {
    let client = Client::builder().without_env().credentials(credential()).retry(RetryPolicy::never());
    client.endpoint(server.endpoint())
}

#[tokio::test]
async fn calls_one_after_another_share_a_connection() {
    let server = Server::start([]);
    let client = client(&server).build().unwrap();
    for _ in 0..100 {
        ManageTask::abort("t").send(&client).await.unwrap();
    }
    assert_eq!((server.requests(), server.connections()), (100, 1));
}

#[tokio::test]
async fn a_connection_is_kept_no_longer_than_it_is_said() {
    for (keep_alive, connections) in [
        (Duration::from_secs(50), 1),
        // Over as soon as it begins, whatever the time is.
        (Duration::from_nanos(1), 3),
        (Duration::ZERO, 3),
    ] {
        let server = Server::start([]);
        let client = client(&server).keep_alive(keep_alive).build().unwrap();
        for _ in 0..3 {
            ManageTask::abort("t").send(&client).await.unwrap();
        }
        assert_eq!((server.requests(), server.connections()), (3, connections), "{keep_alive:?}");
    }
}

/// What looks after the idle ones is a task of hyper's, whose panic no call sees.
#[test]
fn a_connection_may_be_kept_for_good() {
    let tasks = |keep_alive| {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let server = Server::start([]);
            let client = client(&server).keep_alive(keep_alive).build().unwrap();
            for _ in 0..2 {
                ManageTask::abort("t").send(&client).await.unwrap();
            }
            for _ in 0..20 {
                tokio::task::yield_now().await;
            }
            Handle::current().metrics().num_alive_tasks()
        })
    };
    assert_eq!(tasks(Duration::MAX), tasks(Duration::from_secs(50)));
}

/// After one turn of the runtime, the closed connection has the request already when it finds that it is closed; after
/// more, the pool knows. With none, the request would be written, and nobody could tell what became of it.
#[tokio::test]
async fn a_kept_connection_that_the_server_closed_costs_no_call() {
    for turns in [1, 2, 20] {
        let server = Server::start([Reaction::AnswerAndClose]);
        let client = client(&server).build().unwrap();
        ManageTask::abort("first").send(&client).await.unwrap();
        server.close();
        for _ in 0..turns {
            tokio::task::yield_now().await;
        }
        let reply = ManageTask::abort("second").send(&client).await.unwrap();
        assert_eq!((reply.attempts(), server.requests(), server.connections()), (1, 2, 2), "{turns} turns");
    }
}

#[tokio::test]
async fn what_was_written_to_a_kept_connection_may_have_run_and_is_not_sent_again() {
    for reaction in [Reaction::Close, Reaction::Reset] {
        let server = Server::start([Reaction::Answer, reaction]);
        // With retries, which such a call must not have.
        let client = client(&server).retry(RetryPolicy::default()).build().unwrap();
        ManageTask::abort("first").send(&client).await.unwrap();
        let error = ManageTask::abort("second").send(&client).await.unwrap_err();
        assert!(error.is_transport() && error.may_have_run() && !error.is_retryable(), "{error}");
        assert_eq!((error.attempts(), server.requests(), server.connections()), (1, 2, 1), "{reaction:?}");
    }
}

#[tokio::test]
async fn without_a_connection_nothing_was_sent() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let plain = Server::start([]);
    // Bound and dropped: nobody listens there.
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for (endpoint, connect_timeout, expected) in [
        (format!("http://{nobody}"), 10_000_000_000, "refused"),
        // No name has a label of 64 letters, and no server is asked for it.
        (format!("http://{}.invalid", "a".repeat(64)), 10_000_000_000, "dns error"),
        (plain.endpoint().replace("http:", "https:"), 10_000_000_000, "client error (Connect)"),
        (format!("https://{}", silent.local_addr().unwrap()), 1, "timed out"),
    ] {
        let client = client(&plain)
            .endpoint(endpoint)
            .allow_plain_http(true)
            .connect_timeout(Duration::from_nanos(connect_timeout));
        let error = ManageTask::abort("t").send(&client.build().unwrap()).await.unwrap_err();
        assert!(error.is_transport() && !error.may_have_run() && error.is_retryable(), "{error}");
        assert!(error.to_string().contains(expected), "{error}");
    }
}

#[tokio::test]
async fn a_warm_client_needs_no_connection_for_its_first_call() {
    let server = Server::start([]);
    let client = client(&server).build().unwrap();
    client.warm_up("vod").await.unwrap();
    assert_eq!((server.requests(), server.connections()), (1, 1));
    let head = server.heads().remove(0).to_ascii_lowercase();
    assert!(
        head.starts_with("get / http/1.1\r\n") && !head.contains("x-tc-") && !head.contains("authorization"),
        "{head}"
    );
    ManageTask::abort("t").send(&client).await.unwrap();
    assert_eq!((server.requests(), server.connections()), (2, 1));
}

#[tokio::test]
async fn warming_up_runs_nothing_and_tells_what_is_wrong() {
    let cloud = FakeCloud::start().unwrap();
    cloud.on(|_: ManageTask| Ok(Empty));
    let client = cloud.client().build().unwrap();
    client.warm_up("vod").await.unwrap();
    assert!(cloud.received().iter().all(|received| !received.handled && received.action.is_empty()));

    cloud.fault(Fault::reset());
    let error = client.warm_up("vod").await.unwrap_err();
    assert!(error.is_transport() && !error.may_have_run(), "{error}");
    assert!(error.to_string().starts_with("vod warm-up: no answer: "), "{error}");

    let error = client.warm_up("vod.evil").await.unwrap_err();
    assert!(error.to_string().contains("`vod.evil` is no service"), "{error}");

    let nobody = Client::builder().without_env().endpoint("http://127.0.0.1:9").build().unwrap();
    assert!(nobody.warm_up("vod").await.unwrap_err().credential().is_some());
}
