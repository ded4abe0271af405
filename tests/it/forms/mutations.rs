//! Many small changes: none of them gets past the gate, and no input upsets the cloud.

use bytes::Bytes;
use http::Request;
use http::uri::Uri;

use super::identity::Source;
use crate::forge::{Draft, Legacy, right_cloud, verdict};

const TYPE: &str = "multipart/form-data; boundary=b-1";
const PART: &str = "--b-1\r\nContent-Disposition: form-data; name=\"A\"\r\n\r\nx\r\n--b-1--\r\n";

/// The request with one byte of its query or of its body changed.
fn with_byte(request: &Request<Bytes>, index: usize) -> Request<Bytes> {
    let changed = |bytes: &[u8]| {
        let mut bytes = bytes.to_vec();
        bytes[index] = if bytes[index] == b'7' { b'8' } else { b'7' };
        bytes
    };
    let mut request = request.clone();
    match request.uri().query() {
        Some(query) => {
            let query = String::from_utf8(changed(query.as_bytes())).unwrap();
            *request.uri_mut() = format!("https://vod.tencentcloudapi.com/?{query}").parse::<Uri>().unwrap();
        }
        None => *request.body_mut() = changed(request.body()).into(),
    }
    request
}

#[tokio::test]
async fn no_byte_can_be_changed() {
    let cloud = right_cloud();
    for request in [
        Draft::right().sign(),
        Draft::query("TaskId=a%20b&OperationType=Abort").sign(),
        Draft::body(TYPE, PART).sign(),
        Draft::body("application/octet-stream", "bytes").sign(),
        Legacy::form().sign(),
        Legacy::query().pair("TaskId", "a b&c=d+e").sign(),
    ] {
        let len = request.uri().query().map_or(request.body().len(), str::len);
        for index in 0..len {
            let code = verdict(&cloud, with_byte(&request, index)).await.unwrap();
            let is_gate =
                ["AuthFailure.", "MissingParameter", "InvalidParameter"].iter().any(|start| code.starts_with(start));
            assert!(is_gate, "{code} at {index} of {request:?}");
        }
    }
}

/// Rightly signed nonsense, put together from what the readers look for.
#[tokio::test]
async fn no_input_upsets_the_cloud() {
    const PIECES: [&[u8]; 24] = [
        b"&",
        b"=",
        b".",
        b"0",
        b"A",
        b"A.0",
        b"%",
        b"%2",
        b"+",
        b"\r\n",
        b"--b-1",
        b"--",
        b"\"",
        b"; ",
        b"name",
        b"filename",
        b"Content-Disposition: form-data",
        b"Content-Type: application/json",
        b"{",
        b"[]",
        b"\\",
        b":",
        b"\xff",
        b"TaskId",
    ];
    let cloud = right_cloud();
    let mut source = Source(0x1234_5678_9abc_def1);
    let mut nonsense = |start: &[u8]| {
        let pieces = (0..source.below(30)).map(|_| PIECES[source.below(PIECES.len())]);
        [start].into_iter().chain(pieces).collect::<Vec<_>>().concat()
    };
    for _ in 0..400 {
        let text =
            String::from_utf8_lossy(&nonsense(b"")).replace(['\u{fffd}', '\r', '\n', '"', '\\', '{', ' '], "%20");
        for request in [
            Draft::body("application/json", nonsense(b"{\"A\":")).sign(),
            Draft::body(TYPE, nonsense(b"--b-1\r\n")).sign(),
            Draft::body(TYPE, nonsense(b"--b-1\r\nContent-Disposition: form-data; name=\"A\"")).sign(),
            Draft::body("application/octet-stream", nonsense(b"")).header("x-vod-a", "x").sign(),
            Draft::query(&text).sign(),
            Legacy::form().carrying(&text),
        ] {
            assert!(verdict(&cloud, request).await.is_some());
        }
    }
}
