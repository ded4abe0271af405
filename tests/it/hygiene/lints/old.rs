//! Deprecated items with deprecated members, as the vendor's pages have them, and members in another style: code that
//! names them all isn't told so.

use serde::Serialize;
use serde::de::DeserializeOwned;
use tencent_action::{PageInfo, PaginatedAction, tencent_action, tencent_data, tencent_errors};

#[tencent_data]
#[deprecated]
#[allow(non_snake_case, reason = "as on the wire")]
struct Derived {
    FooBar: u8,
    #[deprecated]
    old: Option<u8>,
    #[deprecated]
    older: Vec<Self>,
    #[deprecated]
    #[serde(default)]
    limit: u8,
}

#[tencent_data]
#[deprecated]
#[serde(deny_unknown_fields)]
#[allow(non_snake_case, reason = "as on the wire")]
struct BySerde {
    FooBar: u8,
    #[deprecated]
    old: Option<u8>,
    #[deprecated]
    older: Vec<Self>,
    #[deprecated]
    #[serde(default)]
    limit: u8,
}

#[tencent_action(service = "vod", version = "2018-07-17")]
#[deprecated]
#[allow(non_snake_case, reason = "as on the wire")]
struct Action {
    FooBar: u8,
    #[deprecated]
    old: Option<u8>,
    #[deprecated]
    older: Vec<Self>,
    #[deprecated]
    #[serde(default)]
    limit: u8,
}

#[tencent_action(
    service = "vod",
    version = "2018-07-17",
    response = Page,
    paginate(offset = OffSet, total = inner.Total, items = inner.older, item = u8)
)]
#[deprecated]
#[allow(non_snake_case, reason = "as on the wire")]
struct Pages {
    #[deprecated]
    OffSet: u8,
}

#[tencent_data]
struct Page {
    #[deprecated]
    inner: Inner,
}

#[tencent_data]
#[allow(non_snake_case, reason = "as on the wire")]
struct Inner {
    #[deprecated]
    older: Vec<u8>,
    #[deprecated]
    Total: u64,
}

#[tencent_data]
#[deprecated]
#[serde(rename_all = "UPPERCASE")]
enum Word {
    #[deprecated]
    Old,
    #[deprecated]
    Other(String),
}

#[tencent_errors]
#[deprecated]
enum Code {
    #[deprecated]
    FailedOperation,
    #[deprecated]
    Other(Box<str>),
}

fn there_and_back<T: Serialize + DeserializeOwned>(payload: &str) -> String {
    serde_json::to_string(&serde_json::from_str::<T>(payload).unwrap()).unwrap()
}

#[expect(deprecated, reason = "this is told so")]
pub(super) fn objects(payload: &str) -> [String; 3] {
    [there_and_back::<Derived>(payload), there_and_back::<BySerde>(payload), there_and_back::<Action>(payload)]
}

#[expect(deprecated, reason = "this is told so")]
pub(super) fn pages() -> (PageInfo, Vec<u8>) {
    let page: Page = serde_json::from_str(r#"{"Inner":{"Older":[7],"Total":1}}"#).unwrap();
    (Pages::page(&page), Pages::items(page))
}

#[expect(deprecated, reason = "this is told so")]
pub(super) fn words() -> [String; 2] {
    [Word::from("OLD").to_string(), Code::from("FailedOperation.Of").to_string()]
}
