//! Faults deep inside name their place; one deviation anywhere doesn't lose the rest.

use serde::Deserialize;
use tencent_action::tencent_data;

use super::{outcome, reply};

#[tencent_data]
#[derive(Debug, PartialEq)]
struct Tasks {
    task_set: Vec<Summary>,
    total_count: u64,
}

#[tencent_data]
#[derive(Debug, PartialEq)]
struct Summary {
    task_id: String,
    status: Option<String>,
    progress: Option<u8>,
    parts: Vec<Part>,
    parent: Option<Box<Summary>>,
}

/// By serde's derives.
#[tencent_data]
#[derive(Debug, PartialEq)]
#[serde(expecting = "an object (Part)")]
struct Part {
    size: u64,
    labels: Vec<String>,
}

async fn tasks(data: &str) -> Result<Tasks, String> {
    outcome(reply::<Tasks>(data).await)
}

#[tokio::test]
async fn deviations_at_any_depth_are_read() {
    let tasks = tasks(
        r#"{"TotalCount":"2","Other":null,"TaskSet":[
            {"TaskId":1,"Status":null,"Progress":"50","Parts":null,"Parent":{"TaskId":"p","Parts":[{"Size":"9"}]}},
            {"TaskId":"b","Parts":[{"Size":3.0,"Labels":null},{"Size":4,"Labels":[5]}],"New":[[]]}
        ]}"#,
    );
    let tasks = tasks.await.unwrap();
    assert_eq!((tasks.total_count, tasks.task_set.len()), (2, 2));
    let [first, second] = &tasks.task_set[..] else { panic!("two tasks") };
    assert_eq!((first.task_id.as_str(), &first.status, first.progress), ("1", &None, Some(50)));
    let parent = first.parent.as_deref().unwrap();
    assert_eq!((parent.task_id.as_str(), &parent.parts[..]), ("p", &[Part { size: 9, labels: vec![] }][..]));
    let parts = [Part { size: 3, labels: vec![] }, Part { size: 4, labels: vec!["5".to_owned()] }];
    assert_eq!(second.parts, parts);
}

#[tokio::test]
async fn faults_name_their_place() {
    for (data, expected) in [
        (
            r#"{"TotalCount":1,"TaskSet":[{"TaskId":"a"},{"TaskId":"b"},{"TaskId":"c"},{"TaskId":"d","Status":{}}]}"#,
            "at `TaskSet[3].Status`: invalid type: map, expected a string",
        ),
        (
            r#"{"TotalCount":1,"TaskSet":[{"TaskId":"a","Parts":[{"Size":1},{"Size":"x"}]}]}"#,
            "at `TaskSet[0].Parts[1].Size`: invalid type: a string of 1 character, expected u64",
        ),
        (
            r#"{"TotalCount":1,"TaskSet":[{"TaskId":"a"},{}]}"#,
            "at `TaskSet[1]`: `TaskId` is null or missing; nothing came",
        ),
        (
            r#"{"TotalCount":1,"TaskSet":[{"TaskId":"a","Parent":{"TaskId":null}}]}"#,
            "at `TaskSet[0].Parent`: `TaskId` is null or missing; nothing came",
        ),
        (
            r#"{"TotalCount":1,"TaskSet":[{"TaskId":"a","Parts":[[1,[]]]}]}"#,
            "at `TaskSet[0].Parts[0]`: invalid type: sequence, expected an object (Part)",
        ),
        (r#"{"TaskSet":[]}"#, "`TotalCount` is null or missing; what came: `RequestId`, `TaskSet`"),
    ] {
        assert_eq!(tasks(data).await.unwrap_err(), expected, "{data}");
    }
}

/// An empty string is passed over where it stands, and a fault elsewhere is told as one.
#[tokio::test]
async fn empty_strings_leave_the_rest_as_it_is() {
    let first = r#"{"TaskId":"a","Progress":"","Parent":"","Parts":[{"Size":"9"}],"Status":""}"#;
    let data = format!(r#"{{"TaskSet":[{first},{{"Parent":{first},"TaskId":"b","Progress":""}}],"TotalCount":2}}"#);
    let tasks = tasks(&data).await.unwrap();
    let [first, second] = &tasks.task_set[..] else { panic!("two tasks") };
    assert_eq!((first.progress, &first.parent, first.status.as_deref()), (None, &None, Some("")));
    assert_eq!(first.parts, [Part { size: 9, labels: vec![] }]);
    assert_eq!((second.parent.as_deref(), second.progress), (Some(first), None));
}

#[tokio::test]
async fn faults_after_an_empty_string_name_their_own_place() {
    for (data, expected) in [
        (
            r#"{"TaskSet":[{"Progress":"","TaskId":{}}]}"#,
            "at `TaskSet[0].TaskId`: invalid type: map, expected a string",
        ),
        (r#"{"TaskSet":[{"Progress":""}]}"#, "at `TaskSet[0]`: `TaskId` is null or missing; what came: `Progress`"),
        (r#"{"TotalCount":"","TaskSet":[]}"#, "at `TotalCount`: invalid type: an empty string, expected u64"),
        // It is in an object that may be absent, and must itself be there.
        (
            r#"{"TaskSet":[{"TaskId":"a","Parent":{"TaskId":"p","Parts":[{"Size":""}]}}]}"#,
            "at `TaskSet[0].Parent.Parts[0].Size`: invalid type: an empty string, expected u64",
        ),
    ] {
        assert_eq!(tasks(data).await.unwrap_err(), expected, "{data}");
    }
}

#[tokio::test]
async fn a_string_is_told_by_its_length() {
    let data = format!(r#"{{"TotalCount":"{}"}}"#, "9".repeat(10_000));
    let fault = tasks(&data).await.unwrap_err();
    assert_eq!(fault, "at `TotalCount`: invalid type: a string of 10000 characters, expected u64");
}

/// Nothing is read again for each level that is around it: then, this would take minutes.
#[tokio::test]
async fn a_deep_nesting_of_much_takes_linear_time() {
    let deep = r#"{"TaskId":1,"Parent":"#.repeat(100);
    let text = "x".repeat(16 << 20);
    let data = format!(r#"{{"TotalCount":1,"TaskSet":[{deep}{{"TaskId":"{text}"}}{}]}}"#, "}".repeat(100));
    assert_eq!(tasks(&data).await.unwrap().task_set.len(), 1);
}

#[tokio::test]
async fn what_nobody_declared_neednt_be_text() {
    let answer = |_: http::Request<bytes::Bytes>| {
        let body = bytes::Bytes::from_static(
            b"{\"Response\":{\"Odd\":\"\xff\",\"\xfe\":[\"\\ud800\"],\"TotalCount\":\"2\",\"\\udc00\":1}}",
        );
        std::future::ready(Ok::<_, tencent_action::TransportError>(http::Response::new(body)))
    };
    let client = crate::support::client().transport(answer).build().unwrap();
    let reply = client.call(&super::Ask::<Tasks> { response: std::marker::PhantomData }).await.unwrap();
    assert_eq!(reply.total_count, 2);
}

#[tokio::test]
async fn a_nesting_without_end_is_a_fault() {
    let deep = format!(r#"{{"TotalCount":"1","TaskSet":[{}"#, r#"{"TaskId":"a","Parent":"#.repeat(200));
    let data = format!("{deep}null{}]}}", "}".repeat(200));
    let error = reply::<Tasks>(&data).await.unwrap_err();
    assert!(error.to_string().contains("recursion limit exceeded") || error.to_string().contains("nested"), "{error}");
    assert_eq!(error.body().unwrap().len(), data.len() + r#"{"Response":"RequestId":"r-1",}"#.len());
}

/// Responses that serde's derives read, without any attribute of ours, get the leniency for scalars as well.
#[tokio::test]
async fn foreign_types_are_read_leniently_too() {
    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "PascalCase")]
    struct Foreign {
        count: u32,
        name: Option<String>,
    }

    let foreign = outcome(reply::<Foreign>(r#"{"Count":"3","Name":null}"#).await);
    assert_eq!(foreign, Ok(Foreign { count: 3, name: None }));
    let foreign = outcome(reply::<Foreign>(r#"{"Count":3,"Name":[]}"#).await);
    assert_eq!(foreign.unwrap_err(), "at `Name`: invalid type: sequence, expected a string");
}
