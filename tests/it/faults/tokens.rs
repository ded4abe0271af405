//! Client tokens: one a call, kept over its attempts, and so a call with one can be tried again.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use tencent_action::fake::{FakeCloud, Fault};
use tencent_action::{Client, Empty, RequestForm, SignatureMethod, tencent_action};

use super::VirtualClock;

#[tencent_action(service = "cvm", version = "2017-03-12")]
struct RunInstances {
    #[tencent(client_token)]
    client_token: Option<String>,
    instance_count: Option<u64>,
}

/// Four actions demand a token; an empty one is none.
#[tencent_action(service = "cvm", version = "2017-03-12", action = "RunInstances")]
struct WithRequired {
    #[tencent(client_token)]
    client_token: String,
}

type Tokens = Arc<Mutex<Vec<String>>>;

fn cloud() -> (FakeCloud, Tokens) {
    let cloud = FakeCloud::builder().clock(VirtualClock::new()).in_process();
    let tokens = Tokens::default();
    let seen = Arc::clone(&tokens);
    cloud.on(move |request: RunInstances| {
        seen.lock().unwrap().push(request.client_token.unwrap_or_default());
        Ok(Empty)
    });
    (cloud, tokens)
}

fn forms(client: &Client) -> [Client; 3] {
    [client.clone(), client.with_form(RequestForm::Query), client.with_signature(SignatureMethod::HmacSha256)]
}

#[tokio::test(start_paused = true)]
async fn a_call_without_a_token_is_given_one_that_all_its_attempts_share() {
    let (cloud, tokens) = cloud();
    for client in forms(&cloud.client().build().unwrap()) {
        for instance_count in [None, Some(1)] {
            // It ran, and nobody knows: only the token makes it safe to ask again.
            cloud.fault(Fault::reset().after_handler());
            let request = RunInstances { client_token: None, instance_count };
            assert_eq!(request.send(&client).await.unwrap().attempts(), 2);
            let tokens = std::mem::take(&mut *tokens.lock().unwrap());
            assert_eq!(tokens.len(), 2);
            assert_eq!(tokens[0], tokens[1]);
            let is_hex = |letter: char| letter.is_ascii_digit() || ('a'..='f').contains(&letter);
            assert!(tokens[0].len() == 32 && tokens[0].chars().all(is_hex), "{tokens:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn each_call_has_another() {
    let (cloud, tokens) = cloud();
    let client = cloud.client().build().unwrap();
    for _ in 0..20 {
        RunInstances { client_token: None, instance_count: None }.send(&client).await.unwrap();
    }
    assert_eq!(tokens.lock().unwrap().iter().collect::<HashSet<_>>().len(), 20);
}

#[tokio::test(start_paused = true)]
async fn a_token_of_ones_own_is_kept() {
    let (cloud, tokens) = cloud();
    let client = cloud.client().build().unwrap();
    cloud.fault(Fault::reset().after_handler());
    let request = RunInstances { client_token: Some("mine".to_owned()), instance_count: None };
    request.send(&client).await.unwrap();
    let required = WithRequired { client_token: "mine too".to_owned() };
    cloud.fault(Fault::reset().after_handler());
    required.send(&client).await.unwrap();
    assert_eq!(*tokens.lock().unwrap(), ["mine", "mine", "mine too", "mine too"]);
}

#[tokio::test(start_paused = true)]
async fn an_empty_token_makes_nothing_safe() {
    let (cloud, tokens) = cloud();
    cloud.fault(Fault::reset().after_handler());
    let request = WithRequired { client_token: String::new() };
    let error = request.send(&cloud.client().build().unwrap()).await.unwrap_err();
    assert_eq!((error.attempts(), error.may_have_run(), error.is_retryable()), (1, true, false));
    assert_eq!(*tokens.lock().unwrap(), [""]);
}
