//! HTTP/2, with the feature of that name.

use super::{Site, call, client, site};

/// The client offers what it speaks, and the server would rather have HTTP/2.
#[tokio::test]
async fn the_feature_decides_which_protocol_is_spoken() {
    #[cfg(feature = "http2")]
    let site = Site::start(&["h2", "http/1.1"], |stream| frames::serve(stream, frames::answer));
    #[cfg(not(feature = "http2"))]
    let site = Site::start(&["h2", "http/1.1"], site::answer);
    let client = client(&site).build().unwrap();
    for _ in 0..3 {
        let call = client.call_json("vod", "2018-07-17", "ManageTask", &serde_json::json!({}));
        assert_eq!(call.await.unwrap().request_id(), "r");
    }
    assert_eq!(site.protocols(), [if cfg!(feature = "http2") { "h2" } else { "http/1.1" }]);
}

#[tokio::test]
async fn a_server_without_http2_is_spoken_to_in_http1() {
    let site = Site::start(&[], site::answer);
    assert_eq!(call(client(&site)).await.unwrap().request_id(), "r");
    assert_eq!(site.protocols(), [""]);
}

#[cfg(feature = "http2")]
mod nacks {
    use super::*;

    /// What the server says it left alone was not run. Nothing is sent again behind our back.
    #[tokio::test]
    async fn only_what_the_server_left_alone_was_surely_not_run() {
        for (serve, may_have_run) in [
            (refuse as fn(site::Stream), false),
            (leave, false),
            (reset, true),
            (leave_in_anger, true),
            (leave_after, true),
        ] {
            let site = Site::start(&["h2"], serve);
            let error = call(client(&site)).await.unwrap_err();
            assert!(error.is_transport(), "{error}");
            assert_eq!((error.may_have_run(), site.protocols().len()), (may_have_run, 1), "{error}");
        }
    }

    fn refuse(stream: site::Stream) {
        frames::serve(stream, |id| frames::reset(id, 0x7));
    }

    fn reset(stream: site::Stream) {
        frames::serve(stream, |id| frames::reset(id, 0x2));
    }

    fn leave(stream: site::Stream) {
        frames::serve(stream, |_| frames::go_away(0, 0));
    }

    fn leave_in_anger(stream: site::Stream) {
        frames::serve(stream, |_| frames::go_away(0, 0x2));
    }

    /// The request is among those that the server goes on with; then it falls silent.
    fn leave_after(stream: site::Stream) {
        frames::serve(stream, |id| frames::go_away(id, 0));
    }
}

/// As much of HTTP/2 as it takes (RFC 9113).
#[cfg(feature = "http2")]
mod frames {
    use std::io::{Read, Write};
    use std::net::Shutdown;

    use super::site::Stream;

    const DATA: u8 = 0;
    const HEADERS: u8 = 1;
    const RST_STREAM: u8 = 3;
    const SETTINGS: u8 = 4;
    const GOAWAY: u8 = 7;
    const END_STREAM: u8 = 1;
    const END_HEADERS: u8 = 4;
    const ACK: u8 = 1;

    /// Reacts to each request once it has come whole, by these frames. One that is no answer is the last.
    pub(super) fn serve(mut stream: Stream, react: fn(u32) -> Vec<u8>) {
        let mut preface = [0; 24];
        stream.read_exact(&mut preface).unwrap();
        assert_eq!(&preface, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        stream.write_all(&frame(SETTINGS, 0, 0, &[])).unwrap();
        // Until the client hangs up.
        while let Some((kind, flags, id)) = read(&mut stream) {
            match kind {
                SETTINGS if flags & ACK == 0 => stream.write_all(&frame(SETTINGS, ACK, 0, &[])).unwrap(),
                HEADERS | DATA if flags & END_STREAM != 0 => {
                    let frames = react(id);
                    stream.write_all(&frames).unwrap();
                    if frames[3] == GOAWAY {
                        return hang_up(stream);
                    }
                }
                _ => {}
            }
        }
    }

    /// Says no more, and listens until the client hangs up too. To close with something unread would reset the connection, and what
    /// the client hasn't read yet would be lost.
    fn hang_up(stream: Stream) {
        let mut socket = stream.sock;
        socket.shutdown(Shutdown::Write).unwrap();
        // However it ends.
        let _ = std::io::copy(&mut socket, &mut std::io::sink());
    }

    pub(super) fn answer(id: u32) -> Vec<u8> {
        // `:status: 200` of the static table (RFC 7541, appendix A).
        let mut frames = frame(HEADERS, END_HEADERS, id, &[0x88]);
        frames.extend(frame(DATA, END_STREAM, id, br#"{"Response":{"RequestId":"r"}}"#));
        frames
    }

    pub(super) fn reset(id: u32, code: u32) -> Vec<u8> {
        frame(RST_STREAM, 0, id, &code.to_be_bytes())
    }

    pub(super) fn go_away(last: u32, code: u32) -> Vec<u8> {
        frame(GOAWAY, 0, 0, &[last.to_be_bytes(), code.to_be_bytes()].concat())
    }

    fn frame(kind: u8, flags: u8, id: u32, payload: &[u8]) -> Vec<u8> {
        let len = u32::try_from(payload.len()).unwrap().to_be_bytes();
        [&len[1..], &[kind, flags], &id.to_be_bytes(), payload].concat()
    }

    fn read(stream: &mut Stream) -> Option<(u8, u8, u32)> {
        let mut head = [0; 9];
        stream.read_exact(&mut head).ok()?;
        let len = u32::from_be_bytes([0, head[0], head[1], head[2]]);
        stream.read_exact(&mut vec![0; len as usize]).ok()?;
        Some((head[3], head[4], u32::from_be_bytes([head[5], head[6], head[7], head[8]])))
    }
}
