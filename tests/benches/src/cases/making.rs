//! A call until it is sent, and calls over nothing.

use std::hint::black_box;

use http::{Method, Request};
use tencent_action::signing::{CanonicalRequest, PayloadHash, SigningKey, StringToSign, Timestamp, sign};
use tencent_action::{Client, RequestForm};

use super::{Case, Named, case, whole};
use crate::floor::Floor;
use crate::subject::{ManageTask, PlainSearch, PlainTask, SECOND, SMALL, SearchMedia, credential};
use crate::{client, mark};

pub(super) const CASES: [Named; 16] = [
    case("serialize", || prepare(client::null(SMALL), ManageTask::small())),
    case("floor: serialize", || floor_serialize(PlainTask::small())),
    case("flatten", flatten),
    case("floor: serialize nested", floor_serialize_nested),
    case("canonical request", canonical),
    case("floor: canonical request", floor_canonical),
    case("sign", authorize),
    case("floor: sign", floor_sign),
    case("sign a request", sign_request),
    case("floor: sign a request", floor_sign_request),
    case("build", || call(client::signing(SMALL), ManageTask::small(), Marks::Inside)),
    case("call", || call(client::null(SMALL), ManageTask::small(), Marks::Around)),
    case("floor: build", || floor_build(PlainTask::small())),
    case("call with 1 MiB", || call(client::null(SMALL), ManageTask::large(), Marks::Around)),
    case("floor: build with 1 MiB", || floor_build(PlainTask::large())),
    case("floor: compress", || whole(|| PayloadHash::of(black_box(&[0; 64 * 64 - 9])))),
];

const HEADERS: [(&str, &str); 3] =
    [("content-type", "application/json"), ("host", "vod.tencentcloudapi.com"), ("x-tc-action", "ManageTask")];

/// The call, made and not sent.
fn prepare(client: Client, task: ManageTask) -> Case {
    whole(move || task.send(&client))
}

fn floor_serialize(task: PlainTask) -> Case {
    whole(move || serde_json::to_vec(&task).expect("it serializes"))
}

fn flatten() -> Case {
    let (client, search) = (client::null(SMALL).with_form(RequestForm::Query), SearchMedia::nested());
    whole(move || search.send(&client))
}

fn floor_serialize_nested() -> Case {
    let search = PlainSearch::nested();
    whole(move || serde_json::to_vec(&search).expect("it serializes"))
}

fn payload() -> Vec<u8> {
    serde_json::to_vec(&PlainTask::small()).expect("it serializes")
}

fn canonical() -> Case {
    let payload = payload();
    whole(move || CanonicalRequest::new(&Method::POST, "", HEADERS, PayloadHash::of(&payload)).to_string())
}

fn floor_canonical() -> Case {
    let (mut floor, payload) = (Floor::new(), payload());
    whole(move || floor.canonical(&payload).len())
}

/// With the key of the day, into a header.
fn authorize() -> Case {
    let (credential, payload) = (credential(), payload());
    let timestamp = Timestamp::from_second(SECOND).expect("a time in 2019");
    let key = SigningKey::derive(&credential, timestamp, "vod");
    whole(move || {
        let canonical = CanonicalRequest::new(&Method::POST, "", HEADERS, PayloadHash::of(&payload));
        let string_to_sign = StringToSign::new(timestamp, "vod", &canonical);
        key.authorize(&credential, &canonical, &string_to_sign).to_header_value().expect("ASCII")
    })
}

fn floor_sign() -> Case {
    let (mut floor, payload) = (Floor::new(), payload());
    whole(move || floor.sign(&payload, black_box(SECOND)).len())
}

/// A request of another HTTP client, signed with nothing kept.
fn sign_request() -> Case {
    let (credential, payload) = (credential(), payload());
    let timestamp = Timestamp::from_second(SECOND).expect("a time in 2019");
    let request = Request::post("https://vod.tencentcloudapi.com/")
        .header("Content-Type", "application/json")
        .header("X-TC-Action", "ManageTask")
        .header("X-TC-Version", "2018-07-17")
        .body(payload);
    let mut request = request.expect("a request");
    whole(move || sign(&mut request, "vod", &credential, timestamp).expect("it can be signed"))
}

fn floor_sign_request() -> Case {
    let (mut floor, payload) = (Floor::new(), payload());
    whole(move || floor.request(payload.clone(), black_box(SECOND)))
}

fn floor_build(task: PlainTask) -> Case {
    let mut floor = Floor::new();
    whole(move || floor.request(serde_json::to_vec(&task).expect("it serializes"), black_box(SECOND)))
}

/// Who sets the marks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    Around,
    /// The client's own parts.
    Inside,
}

/// A whole call.
fn call(client: Client, task: ManageTask, marks: Marks) -> Case {
    let runtime = client::runtime();
    Box::new(move |times| {
        runtime.block_on(async {
            for _ in 0..times {
                if marks == Marks::Around {
                    mark::begin();
                }
                black_box(task.send(&client).await).expect("it is answered");
                if marks == Marks::Around {
                    mark::end();
                }
            }
        });
    })
}
