//! The answer as it nearly always comes: a `Response` that is an object, without an error.

use crate::response::scan::Scan;

/// What such an answer says about itself.
pub(in crate::response) struct Plain<'a> {
    pub(in crate::response) request_id: Option<&'a str>,
}

/// Reads such an answer; `None` if anything is out of the ordinary, or isn't JSON.
///
/// It passes over the body in two thirds of the time that the tolerant reader takes, which has the last word on everything
/// that isn't plain: a name or an id with escapes, a member that comes twice, an `Error`, whatever is in it.
pub(in crate::response) fn plain(body: &[u8]) -> Option<Plain<'_>> {
    let (mut scan, mut told) = (Scan::new(body), None);
    members(&mut scan, body, |scan, name| match name {
        b"Response" if told.is_none() => {
            told = Some(response(scan, body)?);
            Some(())
        }
        b"Response" => None,
        _ => scan.value().map(drop),
    })?;
    if scan.peek().is_some() { None } else { told }
}

/// Reads what is in `Response`.
fn response<'a>(scan: &mut Scan<'a>, body: &'a [u8]) -> Option<Plain<'a>> {
    let mut id = None;
    members(scan, body, |scan, name| match name {
        b"RequestId" if id.is_none() => {
            scan.eat(b'"')?;
            id = Some(std::str::from_utf8(text(scan, body)?).ok()?);
            Some(())
        }
        b"RequestId" | b"Error" => None,
        _ => scan.value().map(drop),
    })?;
    Some(Plain { request_id: id })
}

/// Passes over an object: over the values with this.
fn members<'a>(
    scan: &mut Scan<'a>,
    body: &'a [u8],
    mut value: impl FnMut(&mut Scan<'a>, &[u8]) -> Option<()>,
) -> Option<()> {
    scan.eat(b'{')?;
    let mut is_first = true;
    while scan.has_next(b'{', is_first)? {
        scan.eat(b'"')?;
        let name = text(scan, body)?;
        scan.eat(b':')?;
        value(scan, name)?;
        is_first = false;
    }
    scan.eat(b'}')
}

/// The rest of a string without escapes.
fn text<'a>(scan: &mut Scan<'a>, body: &'a [u8]) -> Option<&'a [u8]> {
    let begin = scan.at();
    let has_escapes = scan.string()?;
    if has_escapes { None } else { body.get(begin..scan.at() - 1) }
}

#[cfg(test)]
mod tests {
    use super::{Plain, plain};
    use crate::response::error_member;
    use crate::response::head::{self, Head};
    use crate::response::mutants::{documents, mutated};

    #[test]
    fn plain_answers_have_an_id_or_none() {
        for (body, id) in [
            (r#"{"Response":{"RequestId":"r","Data":{"Error":{"Code":"deeper"}}}}"#, Some("r")),
            (r#" { "Response" : { "Data" : [ 1 ] , "RequestId" : "" } , "More" : {"RequestId":"s"} } "#, Some("")),
            (r#"{"Error":{"Code":"beside"},"Response":{}}"#, None),
        ] {
            assert_eq!(plain(body.as_bytes()).unwrap().request_id, id, "{body}");
        }
    }

    #[test]
    fn everything_else_is_left_to_the_tolerant_reader() {
        for body in [
            r#"{"Response":{"Error":null}}"#,
            r#"{"Response":{"Err\u006fr":{"Code":"A"}}}"#,
            r#"{"Response":{"RequestId":"a\u0041"}}"#,
            r#"{"Response":{"RequestId":7}}"#,
            r#"{"Response":{"RequestId":"a","RequestId":"b"}}"#,
            r#"{"Response":{},"Response":null}"#,
            r#"{"Response":{"A":tru}}"#,
            r#"{"Response":{"A":1}"#,
            r#"{"Response":{}} x"#,
            r#"{"Response":null}"#,
            r#"{"Respons\u0065":{}}"#,
            r#"[{"Response":{}}]"#,
            "{}",
            "",
        ] {
            assert!(plain(body.as_bytes()).is_none(), "{body}");
        }
        assert!(plain(b"{\"Response\":{\"RequestId\":\"\xff\"}}").is_none());
    }

    #[test]
    fn what_it_tells_is_what_the_tolerant_reader_tells() {
        let told = |head: &Head<'_>| {
            let response = head.response.as_ref()?;
            let error = response.json("Error").and_then(error_member::read);
            error.is_none().then(|| response.json("RequestId").map(|id| serde_json::from_str::<String>(id).unwrap()))
        };
        let mut plain_ones = 0;
        for seed in 0..400 {
            let body =
                format!(r#"{{"Response":{{"A":{},"RequestId":"r"}},"B":{}}}"#, documents(seed), documents(seed + 1));
            for change in 0..20 {
                let body = mutated(body.as_bytes(), change);
                let Some(Plain { request_id: id }) = plain(&body) else { continue };
                plain_ones += 1;
                assert_eq!(
                    head::read(&body, told).unwrap(),
                    Some(id.map(str::to_owned)),
                    "{}",
                    String::from_utf8_lossy(&body)
                );
            }
        }
        assert!(plain_ones > 1000, "{plain_ones}");
    }
}
