//! `send`, and code that is generic over actions.

use std::future::Future;

use tencent_action::{Action, Client, Empty, Error, Reply, tencent_action};

use crate::support::answered;

const OK: &str = r#"{"Response":{"State":"FINISH","RequestId":"r"}}"#;

#[derive(Debug, PartialEq, serde::Deserialize)]
#[serde(rename_all = "PascalCase")]
struct TaskDetail {
    state: String,
}

#[tencent_action(service = "vod", version = "2018-07-17", response = TaskDetail)]
struct DescribeTaskDetail<'a> {
    task_id: &'a str,
}

#[tencent_action(service = "sts", version = "2018-08-13")]
struct GetCallerIdentity;

async fn logged<A: Action>(client: &Client, action: &A) -> Result<(String, Reply<A::Response>), Error> {
    let line = format!("{} {} {} {}", A::SERVICE, A::VERSION, A::NAME, A::FIELDS.len());
    Ok((line, client.call(action).await?))
}

fn assert_send<T: Future + Send + 'static>(future: T) -> T {
    future
}

#[tokio::test]
async fn a_call_borrows_nothing_and_can_go_to_another_thread() {
    let client = answered(200, OK);
    let call = {
        let task_id = String::from("t");
        assert_send(DescribeTaskDetail { task_id: &task_id }.send(&client))
    };
    drop(client);
    let reply = tokio::spawn(call).await.unwrap().unwrap();
    assert_eq!(*reply, TaskDetail { state: "FINISH".to_owned() });
}

#[tokio::test]
async fn actions_are_called_through_the_trait() {
    let client = answered(200, OK);
    let (line, reply) = logged(&client, &DescribeTaskDetail { task_id: "t" }).await.unwrap();
    assert_eq!((line.as_str(), reply.state.as_str()), ("vod 2018-07-17 DescribeTaskDetail 1", "FINISH"));
    let (line, reply) = logged(&client, &GetCallerIdentity).await.unwrap();
    assert_eq!((line.as_str(), *reply), ("sts 2018-08-13 GetCallerIdentity 0", Empty));
}

/// A `send` of a trait isn't in the way of ours.
trait Post {
    fn send(&self) -> &'static str;
}

impl Post for GetCallerIdentity {
    fn send(&self) -> &'static str {
        "posted"
    }
}

#[tokio::test]
async fn a_trait_may_have_a_send_of_its_own() {
    assert_eq!(Post::send(&GetCallerIdentity), "posted");
    GetCallerIdentity.send(&answered(200, OK)).await.unwrap();
}
