//! A server that counts its connections, and does with each request what it is told.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

use tokio::net::TcpSocket;

/// What happens once a request has been read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reaction {
    Answer,
    /// The connection ends after the answer, when the test says so. Nothing in the answer says it.
    AnswerAndClose,
    Close,
    Reset,
}

pub(super) struct Server {
    endpoint: String,
    state: Arc<Mutex<State>>,
    close: mpsc::Sender<()>,
    closed: mpsc::Receiver<()>,
}

struct State {
    script: VecDeque<Reaction>,
    heads: Vec<String>,
    connections: usize,
}

impl Server {
    /// A server with this script, which answers what comes after its end.
    pub(super) fn start(script: impl IntoIterator<Item = Reaction>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let state = State { script: script.into_iter().collect(), heads: Vec::new(), connections: 0 };
        let state = Arc::new(Mutex::new(state));
        let (sender, closed) = mpsc::channel();
        let shared = Arc::clone(&state);
        let (close, may_close) = mpsc::channel();
        let may_close = Arc::new(Mutex::new(may_close));
        thread::spawn(move || {
            for stream in listener.incoming() {
                shared.lock().unwrap().connections += 1;
                let (shared, sender, may_close) = (Arc::clone(&shared), sender.clone(), Arc::clone(&may_close));
                thread::spawn(move || {
                    attend(stream.unwrap(), &shared, &may_close);
                    // The test may be over.
                    let _ = sender.send(());
                });
            }
        });
        Self { endpoint, state, close, closed }
    }

    pub(super) fn endpoint(&self) -> &str {
        &self.endpoint
    }

    pub(super) fn connections(&self) -> usize {
        self.state.lock().unwrap().connections
    }

    pub(super) fn requests(&self) -> usize {
        self.state.lock().unwrap().heads.len()
    }

    pub(super) fn heads(&self) -> Vec<String> {
        self.state.lock().unwrap().heads.clone()
    }

    /// Closes the connection that waits for it. The test's thread waits until it is closed, so the client on that thread
    /// doesn't hear of it before.
    pub(super) fn close(&self) {
        self.close.send(()).unwrap();
        self.closed.recv().unwrap();
    }
}

fn attend(stream: TcpStream, state: &Mutex<State>, may_close: &Mutex<mpsc::Receiver<()>>) {
    let mut reader = BufReader::new(stream);
    while let Some(head) = read(&mut reader) {
        let reaction = {
            let mut state = state.lock().unwrap();
            state.heads.push(head);
            state.script.pop_front().unwrap_or(Reaction::Answer)
        };
        if matches!(reaction, Reaction::Answer | Reaction::AnswerAndClose) {
            let body = r#"{"Response":{"RequestId":"r"}}"#;
            let answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len());
            reader.get_mut().write_all(answer.as_bytes()).unwrap();
        }
        match reaction {
            Reaction::Answer => {}
            Reaction::AnswerAndClose => return may_close.lock().unwrap().recv().unwrap_or_default(),
            Reaction::Close => return,
            Reaction::Reset => {
                let socket = TcpSocket::from_std_stream(reader.into_inner());
                return socket.set_zero_linger().unwrap();
            }
        }
    }
}

/// The head of the next request, whose body is read too.
fn read(reader: &mut BufReader<TcpStream>) -> Option<String> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head).ok()? == 0 {
            return None;
        }
    }
    let len = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
    let mut body = vec![0; len.unwrap_or(0)];
    reader.read_exact(&mut body).ok()?;
    Some(head)
}
