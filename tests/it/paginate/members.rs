//! The types that members may be of, and the wrappers that they may be in.

use std::borrow::Cow;
use std::collections::VecDeque;

use super::*;

/// Numbers in quotes, a list in wrappers, and beside another list.
#[tencent_action(
    service = "mrs",
    version = "2020-09-10",
    response = Wrapped,
    paginate(offset = filter.offset, total = data.total, items = data.inner.items, item = Named)
)]
#[derive(Debug)]
struct DescribeWrapped<'a> {
    zone: &'a str,
    filter: Filter,
}

#[tencent_data]
#[derive(Debug)]
struct Filter {
    offset: Option<String>,
    limit: String,
}

#[tencent_data]
struct Wrapped {
    data: Option<Outer>,
    items: Vec<u64>,
}

#[tencent_data]
struct Outer {
    total: Option<String>,
    inner: Box<Inner>,
}

#[tencent_data]
struct Inner {
    items: Option<Vec<Named>>,
    others: Vec<Named>,
}

#[tencent_data]
#[derive(Debug, PartialEq)]
struct Named {
    name: String,
}

#[tokio::test]
async fn lists_stand_in_wrappers_and_numbers_in_quotes() {
    let (cloud, client) = answering::<DescribeWrapped<'_>>(|asked| {
        let offset = asked["Filter"]["Offset"].as_str().map_or(0, |offset| offset.parse().unwrap());
        let items: Vec<_> = slice(5, offset, 2).iter().map(|name| json!({ "Name": name.to_string() })).collect();
        Ok(json!({
            "Data": { "Total": "5", "Inner": { "Items": items, "Others": [{ "Name": "another" }] } },
            "Items": [1, 2, 3],
        }))
    });
    let zone = String::from("z");
    let request = DescribeWrapped { zone: &zone, filter: Filter { offset: None, limit: "2".into() } };
    let (items, error) = read(request.pages(&client)).await;
    assert!(error.is_none(), "{error:?}");
    let names: Vec<_> = items.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, ["0", "1", "2", "3", "4"]);
    assert_eq!(
        sent(&cloud, "Filter").iter().map(|filter| filter["Offset"].clone()).collect::<Vec<_>>(),
        [Value::Null, json!("2"), json!("4")]
    );
}

/// A wrapper that isn't there is an empty page.
#[tokio::test]
async fn what_is_missing_is_an_end() {
    for missing in [json!({ "Items": [] }), json!({ "Data": null }), json!({ "Data": { "Inner": { "Items": null } } })]
    {
        let (cloud, client) = scripted::<DescribeWrapped<'_>>([missing]);
        let request = DescribeWrapped { zone: "z", filter: Filter { offset: None, limit: "2".into() } };
        let (items, error) = read(request.pages(&client)).await;
        assert_eq!((items.len(), error.is_none(), cloud.received().len()), (0, true, 1), "{error:?}");
    }
}

/// A declaration with members of these types, and what goes over the wire.
macro_rules! offsets {
    ($($test:ident $offset:ty, $total:ty, $list:ty: $begin:expr => $second:expr;)*) => {$(
        #[tokio::test]
        async fn $test() {
            #[tencent_action(
                service = "cvm",
                version = "2017-03-12",
                response = Answer,
                paginate(offset, total, items = list, item = u8)
            )]
            struct Describe {
                offset: $offset,
            }

            #[tencent_data]
            struct Answer {
                total: $total,
                list: $list,
            }

            let answers = [[1, 2], [3, 4]].map(|list| json!({ "Total": 4, "List": list }));
            let (cloud, client) = scripted::<Describe>(answers);
            let (items, error) = read(Describe { offset: $begin }.pages(&client)).await;
            assert!(error.is_none(), "{error:?}");
            assert_eq!(items, [1, 2, 3, 4]);
            assert_eq!(sent(&cloud, "Offset")[1], $second);
        }
    )*};
}

offsets! {
    of_u64 u64, u64, Vec<u8>: 0 => 2;
    of_i64 Option<i64>, i64, Option<Vec<u8>>: Some(0) => 2;
    of_u32 u32, Option<u32>, VecDeque<u8>: 0 => 2;
    of_i32 Option<i32>, i32, Box<[u8]>: None => 2;
    of_string String, String, Vec<u8>: "0".to_owned() => "2";
    of_string_that_is_empty String, Option<String>, Vec<u8>: String::new() => "2";
    of_cow Option<Cow<'static, str>>, Cow<'static, str>, Vec<u8>: Some("0".into()) => "2";
    of_negative_i64 i64, i64, Vec<u8>: -1 => 2;
}

#[tokio::test]
async fn a_position_that_the_request_cant_hold_is_an_error() {
    #[tencent_action(
        service = "cvm",
        version = "2017-03-12",
        response = Instances,
        paginate(offset, items = instance_set, item = u64)
    )]
    struct DescribeFew {
        offset: u8,
    }

    let (cloud, client) = scripted::<DescribeFew>([json!({ "InstanceSet": numbers(0..300) })]);
    let (items, error) = read(DescribeFew { offset: 0 }.pages(&client)).await;
    assert_eq!((items.len(), cloud.received().len()), (300, 1));
    let line = "cvm DescribeFew: the next page begins at offset 300, which the request can't hold";
    assert_eq!(error.unwrap().to_string(), line);
}

#[tokio::test]
async fn a_wrapper_in_the_request_must_be_there() {
    #[tencent_action(
        service = "csip",
        version = "2022-11-21",
        response = Instances,
        paginate(offset = filter.offset, items = instance_set, item = u64)
    )]
    struct DescribeFiltered {
        filter: Option<Filter>,
    }

    let (_cloud, client) = scripted::<DescribeFiltered>([json!({ "InstanceSet": [1] })]);
    let (items, error) = read(DescribeFiltered { filter: None }.pages(&client)).await;
    assert_eq!(items, [1]);
    assert!(error.unwrap().to_string().contains("begins at offset 1, which the request can't hold"));
}
