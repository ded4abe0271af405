//! Who goes when, from several machines.

use std::sync::Arc;
use std::time::Duration;

use tencent_action::{RateLimiter, RedisRateLimiter};

use crate::server::Server;
use crate::stage::{Stage, about, ask, come, key, open, seconds, until};

#[tokio::test]
async fn a_new_gate_is_closed_for_a_second_and_then_lets_the_limit_go() {
    let (server, mut stage) = (Server::start(), Stage::new());
    let [one, other] = [(); 2].map(|()| stage.machine(&server));
    let first = come(&one, 2);
    let wait = stage.waits().await;
    about(wait.told, 10);
    stage.pass(&server, seconds(10));
    wait.over();
    first.await.unwrap().unwrap();
    ask(&other, 2, Duration::ZERO).await.unwrap();
    for machine in [&one, &other] {
        assert!(ask(machine, 2, seconds(2)).await.unwrap_err().is_too_late());
    }
}

#[tokio::test]
async fn those_who_came_first_go_first() {
    let (server, mut stage) = (Server::start(), Stage::new());
    let [one, other] = [(); 2].map(|()| stage.machine(&server));
    open(&server, &one).await;
    ask(&other, 1, Duration::ZERO).await.unwrap();
    let mut waiting = Vec::new();
    for (machine, turn) in [(&one, 10), (&other, 20), (&one, 30)] {
        let task = come(machine, 1);
        let wait = stage.waits().await;
        about(wait.told, turn);
        waiting.push((task, wait));
    }
    // One who comes when the first is about to go doesn't get before those who wait.
    stage.pass(&server, seconds(11));
    assert!(ask(&other, 1, seconds(20)).await.unwrap_err().is_too_late());
    for (task, wait) in waiting {
        wait.over();
        task.await.unwrap().unwrap();
        stage.pass(&server, seconds(11));
    }
}

#[tokio::test]
async fn one_without_the_patience_for_it_fails_at_once_and_takes_no_turn() {
    let (server, mut stage) = (Server::start(), Stage::new());
    let machine = stage.machine(&server);
    open(&server, &machine).await;
    ask(&machine, 1, Duration::ZERO).await.unwrap();
    for patience in [0, 1, 5] {
        assert!(ask(&machine, 1, seconds(patience)).await.unwrap_err().is_too_late());
    }
    let _patient = come(&machine, 1);
    about(stage.waits().await.told, 10);
}

#[tokio::test]
async fn a_turn_that_is_given_back_is_for_the_next_who_comes() {
    let (server, mut stage) = (Server::start(), Stage::new());
    let [one, other] = [(); 2].map(|()| stage.machine(&server));
    open(&server, &one).await;
    ask(&one, 1, Duration::ZERO).await.unwrap();
    let first = come(&one, 1);
    about(stage.waits().await.told, 10);
    let _second = come(&other, 1);
    about(stage.waits().await.told, 20);

    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    until(|| server.command::<Vec<String>>("KEYS *:free").len() == 1).await;
    let third = come(&other, 1);
    let wait = stage.waits().await;
    about(wait.told, 10);
    let _fourth = come(&one, 1);
    about(stage.waits().await.told, 30);

    stage.pass(&server, seconds(11));
    wait.over();
    third.await.unwrap().unwrap();
    assert!(ask(&one, 1, seconds(5)).await.unwrap_err().is_too_late());
}

/// It closes for all machines, and puts off who has a turn already.
#[tokio::test]
async fn a_throttled_answer_holds_everybody() {
    let (server, mut stage) = (Server::start(), Stage::new());
    let [one, other] = [(); 2].map(|()| stage.machine(&server));
    open(&server, &one).await;
    ask(&one, 1, Duration::ZERO).await.unwrap();
    stage.pass(&server, seconds(5));
    let mut waiting = Vec::new();
    for turn in [5, 15] {
        let task = come(&other, 1);
        let wait = stage.waits().await;
        about(wait.told, turn);
        waiting.push((task, wait));
    }
    one.throttled(&key());
    until(|| server.command::<f64>(&format!("HGET {} shift", server.key("gate"))) > 0.0).await;
    assert!(ask(&one, 50, seconds(5)).await.unwrap_err().is_too_late());

    stage.pass(&server, seconds(5));
    let ((first, wait), (second, later)) = (waiting.remove(0), waiting.remove(0));
    wait.over();
    let wait = stage.waits().await;
    about(wait.told, 5);
    stage.pass(&server, seconds(5) + Duration::from_millis(50));
    wait.over();
    first.await.unwrap().unwrap();

    later.over();
    let wait = stage.waits().await;
    about(wait.told, 10);
    stage.pass(&server, seconds(10) + Duration::from_millis(50));
    wait.over();
    second.await.unwrap().unwrap();
}

/// It has lost its turn after a second, and comes behind the others.
#[tokio::test]
async fn one_who_is_late_holds_up_nobody() {
    let (server, mut stage) = (Server::start(), Stage::new());
    let [one, other] = [(); 2].map(|()| stage.machine(&server));
    open(&server, &one).await;
    ask(&one, 1, Duration::ZERO).await.unwrap();
    let late = come(&one, 1);
    let wait = stage.waits().await;
    let punctual = come(&other, 1);
    let turn = stage.waits().await;
    // Its turn and the next are over.
    stage.pass(&server, seconds(25));
    turn.over();
    punctual.await.unwrap().unwrap();
    wait.over();
    about(stage.waits().await.told, 10);
    drop(late);
}

/// Asks, and gives up while Redis is asked: what it would have been told it never learns. When this is over, Redis knows.
async fn give_up_asking(server: &Server, machine: &Arc<RedisRateLimiter>, limit: u32) {
    let _: String = server.command("CONFIG RESETSTAT");
    let _: String = server.command("CLIENT PAUSE 3600000 WRITE");
    let gone = come(machine, limit);
    until(|| server.command::<String>("CLIENT LIST").contains(" flags=b ")).await;
    gone.abort();
    assert!(gone.await.unwrap_err().is_cancelled());
    let _: String = server.command("CLIENT UNPAUSE");
    // It asked, and left.
    until(|| server.command::<String>("INFO commandstats").contains("cmdstat_evalsha:calls=2,")).await;
}

#[tokio::test]
async fn one_who_goes_away_while_redis_is_asked_takes_no_place() {
    let (server, mut stage) = (Server::start(), Stage::new());
    let machine = stage.machine(&server);
    open(&server, &machine).await;
    // It would have been let go.
    give_up_asking(&server, &machine, 1).await;
    ask(&machine, 1, Duration::ZERO).await.unwrap();
    // It would have had to wait.
    give_up_asking(&server, &machine, 1).await;
    let _next = come(&machine, 1);
    about(stage.waits().await.told, 10);
}

/// A gate that is always in use remembers neither those who died nor the turns that nobody took.
#[tokio::test]
async fn one_who_doesnt_come_back_is_forgotten() {
    let (server, mut stage) = (Server::start(), Stage::new());
    let machine = stage.machine(&server);
    open(&server, &machine).await;
    ask(&machine, 1, Duration::ZERO).await.unwrap();
    let _dead = come(&machine, 1);
    let _never = stage.waits().await;
    let gone = come(&machine, 1);
    stage.waits().await;
    gone.abort();
    assert!(gone.await.unwrap_err().is_cancelled());
    until(|| server.command::<Vec<String>>("KEYS *").len() == 4).await;
    stage.pass(&server, seconds(40));
    ask(&machine, 1, Duration::ZERO).await.unwrap();
    let keys: Vec<String> = server.command("KEYS *");
    assert_eq!(keys.len(), 2, "{keys:?}");
}
