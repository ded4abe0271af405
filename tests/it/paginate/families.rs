//! Each way to say where a page begins.

use super::*;

#[tokio::test]
async fn offsets_go_on_by_what_came() {
    let (cloud, client) = answering::<DescribeInstances>(|asked| {
        // A server that gives no more than 100, whatever the limit.
        let page = slice(250, asked["Offset"].as_u64().unwrap_or(0), asked["Limit"].as_u64().unwrap_or(20).min(100));
        Ok(json!({ "InstanceSet": page, "TotalCount": 250 }))
    });
    let all = DescribeInstances { offset: None, limit: Some(1000) };
    let (items, error) = read(all.pages(&client)).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(items, numbers(0..250));
    assert_eq!(sent(&cloud, "Offset"), [Value::Null, json!(100), json!(200)]);
    assert_eq!(sent(&cloud, "Limit"), [1000, 1000, 1000]);

    // Without a limit, the server's own; and from the middle.
    let (items, _) = read(DescribeInstances { offset: Some(215), limit: None }.pages(&client)).await;
    assert_eq!(items, numbers(215..250));
    assert_eq!(sent(&cloud, "Offset")[3..], [215, 235]);
    assert_eq!(sent(&cloud, "Limit")[3..], [Value::Null, Value::Null]);
}

#[tokio::test]
async fn tokens_lead_on() {
    let (cloud, client) = answering::<DescribeTasks>(|asked| {
        let begin = asked["ScrollToken"].as_str().map_or(0, |token| token.strip_prefix('t').unwrap().parse().unwrap());
        let next = if begin + 10 < 25 { format!("t{}", begin + 10) } else { String::new() };
        Ok(json!({ "TaskSet": slice(25, begin, 10), "ScrollToken": next }))
    });
    let mut items = tasks().pages(&client).items();
    assert_eq!(items.all().await.unwrap(), numbers(0..25));
    assert_eq!(sent(&cloud, "ScrollToken"), [Value::Null, json!("t10"), json!("t20")]);
    let (items, error) = read(DescribeTasks { limit: None, scroll_token: Some("t20".into()) }.pages(&client)).await;
    assert_eq!((items, error.is_none()), (numbers(20..25), true));
}

/// The action of the examples, at their cloud.
#[tokio::test]
async fn the_tasks_of_the_examples_come_in_pages() {
    use tencent_action_examples::api::DescribeTasks;
    let cloud = FakeCloud::in_process();
    tencent_action_examples::open(&cloud);
    let all = DescribeTasks { limit: Some(1), ..DescribeTasks::default() };
    let (items, error) = read(all.pages(&cloud.client().build().unwrap())).await;
    assert_eq!((items.len(), error.is_none(), cloud.received().len()), (3, true, 3));
}

/// Numbers from 1, as most.
#[tencent_action(
    service = "cam",
    version = "2019-01-16",
    response = Policies,
    paginate(page, total = total_num, items = list, item = Policy)
)]
struct ListPolicies {
    page: Option<i32>,
    rp: u64,
}

#[tencent_data]
struct Policies {
    total_num: i64,
    list: Option<Vec<Policy>>,
}

#[tencent_data]
struct Policy {
    policy_id: u64,
}

/// Numbers from 0, in a field that is called an offset, without a total.
#[tencent_action(
    service = "billing",
    version = "2018-07-09",
    response = Vouchers,
    paginate(page = offset, first = 0, items = voucher_infos, item = u64)
)]
struct DescribeVoucherInfo {
    offset: u64,
    limit: u64,
}

#[tencent_data]
struct Vouchers {
    voucher_infos: Vec<u64>,
}

#[tokio::test]
async fn numbers_go_on_by_one() {
    let (cloud, client) = answering::<ListPolicies>(|asked| {
        let page = asked["Page"].as_u64().unwrap_or(1) - 1;
        let list: Vec<_> = slice(25, page * 10, 10).into_iter().map(|id| json!({ "PolicyId": id })).collect();
        Ok(json!({ "TotalNum": 25, "List": list }))
    });
    let (items, error) = read(ListPolicies { page: None, rp: 10 }.pages(&client)).await;
    let ids: Vec<_> = items.iter().map(|policy| policy.policy_id).collect();
    assert_eq!((ids, error.is_none()), (numbers(0..25), true));
    assert_eq!(sent(&cloud, "Page"), [Value::Null, json!(2), json!(3)]);
    let (items, _) = read(ListPolicies { page: Some(2), rp: 10 }.pages(&client)).await;
    assert_eq!(items.len(), 15);
    assert_eq!(sent(&cloud, "Page")[3..], [2, 3]);
}

#[tokio::test]
async fn numbers_may_begin_with_zero_and_be_called_offset() {
    let (cloud, client) = answering::<DescribeVoucherInfo>(|asked| {
        Ok(json!({ "VoucherInfos": slice(25, asked["Offset"].as_u64().unwrap() * 10, 10) }))
    });
    let (items, error) = read(DescribeVoucherInfo { offset: 0, limit: 10 }.pages(&client)).await;
    assert_eq!((items, error.is_none()), (numbers(0..25), true));
    assert_eq!(sent(&cloud, "Offset"), [0, 1, 2, 3]);
}

/// A token with a word on whether there is more.
#[tencent_action(
    service = "cls",
    version = "2020-10-16",
    response = Log,
    paginate(token = context, done = list_over, items = results, item = String)
)]
struct SearchLog {
    context: Option<String>,
}

#[tencent_data]
struct Log {
    context: String,
    list_over: bool,
    results: Vec<String>,
}

/// A token that is called otherwise in the answer, and is a number.
#[tencent_action(
    service = "tcr",
    version = "2019-09-24",
    response = TagPage,
    paginate(token = cursor, next = next_cursor, more = has_more, items = tags, item = u64)
)]
struct ListTags {
    cursor: i64,
}

#[tencent_data]
struct TagPage {
    next_cursor: Option<i64>,
    has_more: Option<bool>,
    tags: Vec<u64>,
}

#[tokio::test]
async fn a_word_tells_whether_there_is_more() {
    // The token stays until the end, and one page is empty.
    let (cloud, client) = scripted::<SearchLog>([
        json!({ "Context": "a", "ListOver": false, "Results": ["x"] }),
        json!({ "Context": "b", "ListOver": false, "Results": [] }),
        json!({ "Context": "b", "ListOver": true, "Results": ["y"] }),
    ]);
    let (items, error) = read(SearchLog { context: None }.pages(&client)).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(items, ["x", "y"]);
    assert_eq!(sent(&cloud, "Context"), [Value::Null, json!("a"), json!("b")]);

    let (cloud, client) = scripted::<ListTags>([
        json!({ "NextCursor": 7, "HasMore": true, "Tags": [1, 2] }),
        json!({ "NextCursor": 9, "HasMore": null, "Tags": [3] }),
        json!({ "NextCursor": 11, "HasMore": false, "Tags": [4] }),
    ]);
    let (items, error) = read(ListTags { cursor: 0 }.pages(&client)).await;
    assert_eq!((items, error.is_none()), (vec![1, 2, 3, 4], true));
    assert_eq!(sent(&cloud, "Cursor"), [0, 7, 9]);
}
