//! A request that is kept, for another run to go on with.

use super::*;

fn tens() -> (FakeCloud, Client) {
    answering::<DescribeTasks>(|asked| {
        let at: u64 = asked["ScrollToken"].as_str().map_or(0, |token| token.parse().unwrap());
        let next = if at + 10 < 25 { (at + 10).to_string() } else { String::new() };
        Ok(json!({ "TaskSet": slice(25, at, 10), "ScrollToken": next }))
    })
}

#[tokio::test]
async fn the_next_request_is_that_of_the_next_page() {
    let (_cloud, client) = tens();
    let mut pages = tasks().pages(&client);
    let mut tokens = Vec::new();
    while let Some(next) = pages.next_request() {
        tokens.push(next.scroll_token.clone());
        pages.next().await.unwrap().unwrap();
    }
    assert_eq!(tokens, [None, Some("10".to_owned()), Some("20".to_owned())]);
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn an_items_request_is_that_of_its_page_until_all_of_it_is_taken() {
    let (cloud, client) = tens();
    let mut items = tasks().pages(&client).items();
    for taken in 0..=25 {
        let token = items.next_request().map(|next| next.scroll_token.as_deref().unwrap_or("0").to_owned());
        let expected = ["0", "10", "20"].get(taken / 10).filter(|_| taken < 25).map(|&token| token.to_owned());
        assert_eq!(token, expected, "{taken}");
        assert_eq!(items.next().await.is_some(), taken < 25);
    }
    assert_eq!(cloud.received().len(), 3);
}

#[tokio::test]
async fn another_run_goes_on_from_json() {
    let (cloud, client) = tens();
    let mut pages = DescribeTasks { limit: Some(10), scroll_token: None }.pages(&client);
    pages.next().await.unwrap().unwrap();
    let kept = serde_json::to_string(pages.next_request().unwrap()).unwrap();
    assert_eq!(kept, r#"{"Limit":10,"ScrollToken":"10"}"#);
    drop(pages);

    let resumed: DescribeTasks = serde_json::from_str(&kept).unwrap();
    assert_eq!(resumed.pages(&client).items().all().await.unwrap(), numbers(10..25));
    assert_eq!(cloud.received().len(), 3);
}

/// A page that is found to be the one before comes, if it is asked for once more: who knows better can go on.
#[tokio::test]
async fn after_a_page_that_came_twice_it_goes_on_by_its_request() {
    let same = json!({ "InstanceSet": [1, 1], "TotalCount": 4 });
    let (cloud, client) = scripted::<DescribeInstances>([same.clone(), same.clone(), same]);
    let mut items = instances().pages(&client).items();
    assert!(items.all().await.is_err());
    let rest = items.next_request().unwrap().clone();
    assert_eq!(rest.pages(&client).items().all().await.unwrap(), [1, 1]);
    assert_eq!(sent(&cloud, "Offset"), [Value::Null, json!(2), json!(2)]);
}
