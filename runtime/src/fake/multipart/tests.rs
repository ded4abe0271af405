use http::HeaderMap;
use serde_json::json;

use super::*;

const TYPE: &str = "multipart/form-data; boundary=b-1";

fn read(content_type: &str, body: &str) -> Result<String, String> {
    let headers: HeaderMap = [(header::CONTENT_TYPE, content_type.parse().unwrap())].into_iter().collect();
    match parse(&headers, &Bytes::copy_from_slice(body.as_bytes())) {
        Ok(members) => Ok(format!("{members:?}")),
        Err(error) => Err(format!("{}: {}", error.code(), error.message())),
    }
}

fn part(head: &str, content: &str) -> String {
    format!("--b-1\r\n{head}\r\n\r\n{content}\r\n--b-1--\r\n")
}

const NAMED: &str = "Content-Disposition: form-data; name=\"A\"";

#[test]
fn parts_are_told_apart_by_their_heads() {
    let text = Ok(r#"{"A": Text("x")}"#.to_owned());
    assert_eq!(read(TYPE, &part(NAMED, "x")), text);
    assert_eq!(read("Multipart/Form-Data;boundary=\"b-1\" ; charset=utf-8", &part(NAMED, "x")), text);
    assert_eq!(read(TYPE, &part("content-disposition:form-data;name=A", "x")), text);
    assert_eq!(read(TYPE, part(NAMED, "x").trim_end()), text);
    assert_eq!(read(TYPE, &part(NAMED, "")).unwrap(), r#"{"A": Text("")}"#);
    assert_eq!(read(TYPE, &part(NAMED, "\r\n--b-\r\n\r\n")).unwrap(), r#"{"A": Text("\r\n--b-\r\n\r\n")}"#);
    assert_eq!(read(TYPE, &part(&format!("{NAMED}; filename=\"a;\\\"b\""), "x")).unwrap(), r#"{"A": Binary(b"x")}"#);
    let json = part(&format!("{NAMED}\r\nContent-Type: Application/JSON; charset=utf-8"), "[1]");
    assert_eq!(read(TYPE, &json).unwrap(), format!(r#"{{"A": Json({:?})}}"#, json!([1])));
    assert_eq!(read(TYPE, "").unwrap(), "{}");
}

#[test]
fn malformed_bodies_are_told() {
    let right = part(NAMED, "x");
    for (content_type, body, fault) in [
        ("multipart/form-data", right.clone(), "its Content-Type names no boundary"),
        ("multipart/form-data; boundary=", right.clone(), "its Content-Type names no boundary"),
        ("multipart/form-data; boundary=\"é\"", right.clone(), "its Content-Type names no boundary"),
        ("multipart/form-data; boundary=\"b-1", right.clone(), "its Content-Type can't be read"),
        ("multipart/form-data; boundary=b-2", right.clone(), "it doesn't begin with its boundary"),
        (TYPE, format!("\r\n{right}"), "it doesn't begin with its boundary"),
        (TYPE, format!("{right}x"), "it goes on behind its end"),
        (TYPE, right.replace("--b-1--\r\n", "--b-1"), "a boundary doesn't end its line"),
        (TYPE, right.replacen("--b-1", "--b-1x", 1), "a boundary doesn't end its line"),
        (TYPE, right.replace("\r\n--b-1--", ""), "it breaks off"),
        (TYPE, right.replace("\r\n\r\n", "\r\n"), "a part has no empty line"),
        (TYPE, right.replace("\r\n", "\n"), "a boundary doesn't end its line"),
        (TYPE, part("Content-Type: text/plain", "x"), "a part has no Content-Disposition"),
        (TYPE, part(&format!("{NAMED}\r\n{NAMED}"), "x"), "a part has two Content-Disposition"),
        (TYPE, part(&format!("{NAMED}\r\nname A"), "x"), "a part has a header without a colon"),
        (TYPE, part("Content-Disposition: form-data", "x"), "a part has no name"),
        (TYPE, part("Content-Disposition: form-data; name=\"\"", "x"), "a part has no name"),
        (
            TYPE,
            part("Content-Disposition: attachment; name=\"A\"", "x"),
            "the Content-Disposition of a part isn't form-data with parameters",
        ),
        (
            TYPE,
            part("Content-Disposition: form-data; name=\"A", "x"),
            "the Content-Disposition of a part isn't form-data with parameters",
        ),
        (
            TYPE,
            part("Content-Disposition: form-data; name=\"A\"x", "x"),
            "the Content-Disposition of a part isn't form-data with parameters",
        ),
    ] {
        let expected = format!("InvalidRequest: The multipart body of the request is malformed: {fault}.");
        assert_eq!(read(content_type, &body), Err(expected), "{body}");
    }
}

#[test]
fn values_that_arent_what_their_head_says_are_told_by_name() {
    let twice = part(NAMED, "x").replace("--b-1--\r\n", &part(NAMED, "y"));
    assert_eq!(read(TYPE, &twice), Err("InvalidParameter: The parameter `A` is there twice.".into()));
    let json = part(&format!("{NAMED}\r\nContent-Type: application/json"), "[1");
    assert_eq!(read(TYPE, &json), Err("InvalidParameter: The value of parameter `A` is not JSON.".into()));
}

#[test]
fn no_body_is_too_short_to_be_read() {
    let body = part(&format!("{NAMED}; filename=\"f\""), "x");
    for end in 1..body.len() {
        let cut = read(TYPE, &body[..end]);
        assert!(cut.is_err() || end >= body.len() - 2, "{end}");
    }
}
