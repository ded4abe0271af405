//! A request as a command.

use std::fmt::Write;

use bytes::Bytes;
use http::{Method, Request, header};

use super::mask::Mask;
use super::text;

/// One option a line. The host is the URL's, so curl writes that header itself.
pub(super) fn command(request: &Request<Bytes>, mask: &Mask) -> String {
    let mut command = format!("curl {}", quoted(&mask.hide(&request.uri().to_string())));
    for (name, value) in request.headers().iter().filter(|(name, _)| *name != header::HOST) {
        // A header without a value ends in a semicolon: one that ends in a colon, curl would leave out.
        let value = if value.is_empty() { ";".to_owned() } else { format!(": {}", mask.hide(&text(value))) };
        let line = format!("{name}{value}");
        // Writing to a `String` can't fail.
        _ = write!(command, " \\\n  -H {}", quoted(&line));
    }
    if request.method() == Method::POST {
        _ = write!(command, " \\\n  {}", body(request.body(), mask));
    }
    command
}

fn body(body: &[u8], mask: &Mask) -> String {
    match std::str::from_utf8(body) {
        // Not `--data-binary`, which would take what begins with `@` for a file. Even empty, it makes the request a POST.
        Ok(text) if !text.contains('\0') => format!("--data-raw {}", quoted(&mask.hide(text))),
        // A shell can't hold these bytes in an argument.
        _ => "--data-binary @BODY".to_owned(),
    }
}

/// In single quotes, in which a POSIX shell reads nothing but the quote that ends them.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_what_was_written() {
        let request = Request::post("https://h/")
            .header("host", "h")
            .header("x-tc-action", "A")
            .body(Bytes::from_static(b"{\"it's\":1}"))
            .unwrap();
        let expected = "curl 'https://h/' \\\n  -H 'x-tc-action: A' \\\n  --data-raw '{\"it'\\''s\":1}'";
        assert_eq!(command(&request, &Mask::default()), expected);
        let empty = Request::post("https://h/").header("x-cls-hashkey", "").body(Bytes::new()).unwrap();
        let expected = "curl 'https://h/' \\\n  -H 'x-cls-hashkey;' \\\n  --data-raw ''";
        assert_eq!(command(&empty, &Mask::default()), expected);
        let query = Request::get("https://h/?a=1").body(Bytes::new()).unwrap();
        assert_eq!(command(&query, &Mask::default()), "curl 'https://h/?a=1'");
        let binary = Request::post("https://h/").body(Bytes::from_static(&[0, 255])).unwrap();
        assert_eq!(command(&binary, &Mask::default()), "curl 'https://h/' \\\n  --data-binary @BODY");
    }
}
