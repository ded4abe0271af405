//! A server that may have forgotten who went last.

use std::time::Duration;

use crate::server::Server;
use crate::stage::seconds;
use crate::stage::{Stage, about, ask, come, open, until};

/// The connection breaks under the request, which doesn't fail by that.
#[tokio::test]
async fn one_that_comes_back_empty_lets_nothing_go_for_a_second() {
    let (mut server, mut stage) = (Server::start(), Stage::new());
    let machine = stage.machine(&server);
    open(&server, &machine).await;
    ask(&machine, 20, Duration::ZERO).await.unwrap();
    server.restart();
    let next = come(&machine, 20);
    let wait = stage.waits().await;
    about(wait.told, 10);
    stage.pass(&server, seconds(10));
    wait.over();
    next.await.unwrap().unwrap();
}

/// Even one that writes all down does so a little later, by default; by what it says, nobody can tell.
#[tokio::test]
async fn so_does_one_that_comes_back_with_its_keys() {
    let (mut server, mut stage) =
        (Server::with(&["--save", "", "--appendonly", "yes", "--appendfsync", "always"]), Stage::new());
    let machine = stage.machine(&server);
    open(&server, &machine).await;
    ask(&machine, 1, Duration::ZERO).await.unwrap();
    stage.pass(&server, seconds(5));
    let task = come(&machine, 1);
    let wait = stage.waits().await;
    about(wait.told, 5);
    server.restart();
    assert_eq!(server.command::<Vec<String>>("KEYS *").len(), 3);
    assert!(ask(&machine, 50, seconds(5)).await.unwrap_err().is_too_late());
    // Who has a turn keeps its place, and is put off.
    stage.pass(&server, seconds(5));
    wait.over();
    let wait = stage.waits().await;
    about(wait.told, 5);
    stage.pass(&server, seconds(6));
    wait.over();
    task.await.unwrap().unwrap();
}

#[tokio::test]
async fn so_does_a_replica_that_takes_over() {
    let (server, stage) = (Server::with(&["--save", "", "--repl-diskless-sync-delay", "0"]), Stage::new());
    let replica = Server::start();
    let machine = stage.machine(&server);
    open(&server, &machine).await;
    let _: String = replica.command(&format!("REPLICAOF {}", server.address().replace(':', " ")));
    ask(&machine, 20, Duration::ZERO).await.unwrap();
    until(|| replica.command::<Vec<String>>("KEYS *:went").len() == 1).await;
    let _: String = replica.command("REPLICAOF NO ONE");
    assert!(ask(&stage.machine(&replica), 20, seconds(5)).await.unwrap_err().is_too_late());
    ask(&machine, 20, Duration::ZERO).await.unwrap();
}

#[tokio::test]
async fn so_does_one_whose_keys_are_flushed() {
    let (server, stage) = (Server::start(), Stage::new());
    let machine = stage.machine(&server);
    open(&server, &machine).await;
    ask(&machine, 20, Duration::ZERO).await.unwrap();
    let _: String = server.command("FLUSHALL");
    assert!(ask(&machine, 20, seconds(5)).await.unwrap_err().is_too_late());
}

/// What it remembers is an hour ahead of it then. Nobody waits for that hour.
#[tokio::test]
async fn so_does_one_whose_clock_is_set_back() {
    let (server, mut stage) = (Server::start(), Stage::new());
    let machine = stage.machine(&server);
    open(&server, &machine).await;
    ask(&machine, 20, Duration::ZERO).await.unwrap();
    let went = server.key("went");
    let tickets: Vec<String> = server.command(&format!("ZRANGE {went} 0 -1"));
    let _: f64 = server.command(&format!("ZINCRBY {went} 3600000000 {}", tickets[0]));
    let _waits = come(&machine, 20);
    about(stage.waits().await.told, 10);
}
