//! How pages end, also those of servers that miscount. The table of all cases stands beside the code that decides.

use super::*;

/// Reads these pages of instances; gives what came, and how many requests it took.
async fn read_pages(pages: &[(&[u64], Option<u64>)]) -> (Vec<u64>, usize) {
    let answers = pages.iter().map(|(items, total)| json!({ "InstanceSet": items, "TotalCount": total }));
    let (cloud, client) = scripted::<DescribeInstances>(answers.collect::<Vec<_>>());
    let (items, error) = read(instances().pages(&client)).await;
    assert!(error.is_none(), "{error:?}");
    (items, cloud.received().len())
}

#[tokio::test]
async fn with_the_total() {
    assert_eq!(read_pages(&[(&[1, 2], Some(3)), (&[3], Some(3))]).await, (vec![1, 2, 3], 2));
    assert_eq!(read_pages(&[(&[1, 2], Some(2))]).await, (vec![1, 2], 1));
    assert_eq!(read_pages(&[(&[], Some(0))]).await, (vec![], 1));
}

#[tokio::test]
async fn with_an_empty_page() {
    assert_eq!(read_pages(&[(&[1, 2], Some(100)), (&[3], Some(100)), (&[], Some(100))]).await, (vec![1, 2, 3], 3));
    assert_eq!(read_pages(&[(&[1, 2], None), (&[3], None), (&[], None)]).await, (vec![1, 2, 3], 3));
}

#[tokio::test]
async fn not_with_a_total_that_is_too_low() {
    assert_eq!(read_pages(&[(&[1, 2], Some(0)), (&[3, 4], Some(0)), (&[], Some(0))]).await.0, [1, 2, 3, 4]);
    let stale = [(&[1, 2][..], Some(3)), (&[3, 4], Some(3)), (&[5], Some(5)), (&[], Some(5))];
    assert_eq!(read_pages(&stale).await, (vec![1, 2, 3, 4, 5], 4));
}

#[tokio::test]
async fn with_the_total_as_it_is_by_then() {
    assert_eq!(read_pages(&[(&[1, 2], Some(4)), (&[3, 4], Some(5)), (&[5], Some(5))]).await.0, [1, 2, 3, 4, 5]);
    assert_eq!(read_pages(&[(&[1, 2], Some(9)), (&[3], Some(3))]).await, (vec![1, 2, 3], 2));
}

#[tokio::test]
async fn without_a_token() {
    for last in [json!(""), json!(null)] {
        let (cloud, client) = scripted::<DescribeTasks>([
            json!({ "TaskSet": [1], "ScrollToken": "a" }),
            json!({ "TaskSet": [2], "ScrollToken": last }),
        ]);
        let (items, error) = read(tasks().pages(&client)).await;
        assert_eq!((items, error.is_none(), cloud.received().len()), (vec![1, 2], true, 2));
    }
    let (_cloud, client) = scripted::<DescribeTasks>([json!({ "TaskSet": [], "ScrollToken": "a" })]);
    assert!(tasks().pages(&client).items().all().await.unwrap().is_empty());
}

/// What has come has come; what hasn't isn't passed over in silence.
#[tokio::test]
async fn with_an_error_where_a_token_repeats() {
    for (tokens, calls) in [(&["a", "a"][..], 2), (&["a", "b", "a"], 3), (&["a", "b", "c", "b"], 4)] {
        let answers = tokens.iter().enumerate().map(|(i, token)| json!({ "TaskSet": [i], "ScrollToken": token }));
        let (cloud, client) = scripted::<DescribeTasks>(answers.collect::<Vec<_>>());
        let (items, error) = read(tasks().pages(&client)).await;
        let error = error.unwrap();
        assert_eq!((items, cloud.received().len()), (numbers(0..calls), tokens.len()));
        let received = cloud.received();
        assert_eq!(error.request_id(), Some(received.last().unwrap().request_id.as_str()));
        let line = error.to_string();
        let expected = "vod DescribeTasks: the token of the next page is that of one that has been read";
        assert!(line.starts_with(expected), "{line}");
        assert!(error.is_bad_response() && !error.is_retryable());
    }
}

#[tokio::test]
async fn with_an_error_where_the_server_ignores_the_offset() {
    for total in [json!(25), json!(null)] {
        let (cloud, client) =
            answering::<DescribeInstances>(move |_| Ok(json!({ "InstanceSet": [1, 2, 3], "TotalCount": total })));
        let (items, error) = read(instances().pages(&client)).await;
        assert_eq!((items, cloud.received().len()), (vec![1, 2, 3], 2));
        let line = error.unwrap().to_string();
        let expected = "cvm DescribeInstances: the page at offset 3 is the one before it once more: \
                        the server seems to ignore the position (request id ";
        assert!(line.starts_with(expected), "{line}");
    }
}
