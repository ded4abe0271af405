//! What stands in Redis.

use std::time::Duration;

use tencent_action::{RateKey, RateLimiter};

use crate::server::Server;
use crate::stage::{Stage, ask, come, key, open, seconds, until};

#[tokio::test]
async fn no_key_stays() {
    let (server, mut stage) = (Server::start(), Stage::new());
    let machine = stage.machine(&server);
    open(&server, &machine).await;
    ask(&machine, 1, Duration::ZERO).await.unwrap();
    let _waits = come(&machine, 1);
    stage.waits().await;
    let keys: Vec<String> = server.command("KEYS *");
    assert_eq!(keys.len(), 3, "{keys:?}");
    for key in keys {
        let millis: i64 = server.command(&format!("PTTL {key}"));
        // Of a gate that is ten seconds wide, and one who waits for ten seconds.
        let most = if key.ends_with(":gate") { 24 * 60 * 60 * 1000 } else { 30_100 };
        assert!((1..=most).contains(&millis), "{key}: {millis}");
    }
}

/// They show which action, and neither whose account nor a secret.
#[tokio::test]
async fn the_names_of_keys_tell_no_account() {
    let (server, stage) = (Server::start(), Stage::new());
    let machine = stage.builder(&server).prefix("fleet").build().unwrap();
    let other = stage.builder(&server).prefix("fleet").account("media").build().unwrap();
    for machine in [&machine, &other] {
        assert!(ask(machine, 1, Duration::ZERO).await.unwrap_err().is_too_late());
    }
    let keys: Vec<String> = server.command("KEYS *");
    assert_eq!(keys.len(), 2);
    for key in keys {
        assert!(key.starts_with("fleet:1:{") && key.ends_with("}:vod:ManageTask:gate"), "{key}");
        assert!(!key.contains("AKID") && !key.contains("media"), "{key}");
    }
}

/// Credentials of a role are different on each machine, and one account nevertheless.
#[tokio::test]
async fn keys_of_one_account_count_together_if_told() {
    let (server, stage) = (Server::start(), Stage::new());
    let machine = stage.builder(&server).account("media").build().unwrap();
    open(&server, &machine).await;
    machine.acquire(&key().with_account("AKIDone"), 1.try_into().unwrap(), Duration::ZERO).await.unwrap();
    let other = machine.acquire(&key().with_account("AKIDother"), 1.try_into().unwrap(), seconds(1)).await;
    assert!(other.unwrap_err().is_too_late());
}

/// One node that has all slots still refuses a script whose keys are in several.
#[tokio::test]
async fn the_keys_of_a_gate_share_a_slot_of_a_cluster() {
    let server = Server::with(&["--save", "", "--cluster-enabled", "yes"]);
    let _: String = server.command("CLUSTER ADDSLOTSRANGE 0 16383");
    let info = || server.command::<String>("CLUSTER INFO");
    until(|| info().contains("cluster_state:ok")).await;
    let stage = Stage::new();
    for action in ["ManageTask", "{a}", "}{"] {
        let machine = stage.machine(&server);
        let key = RateKey::new("vod", "2018-07-17", action, "vod.tencentcloudapi.com");
        let outcome = machine.acquire(&key, 1.try_into().unwrap(), Duration::ZERO).await;
        let error = outcome.unwrap_err();
        assert!(error.is_too_late(), "{error}");
    }
    assert_eq!(server.command::<Vec<String>>("KEYS *").len(), 3);
}
