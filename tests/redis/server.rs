//! A Redis of a test's own.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};

use redis::{Connection, FromRedisValue};
use tempfile::TempDir;

const CURE: &str = "redis-server isn't installed: run `tests/redis/prepare`";

/// A server on a port of loopback, with nothing in it. It dies with this.
pub(crate) struct Server {
    process: Child,
    port: u16,
    directory: TempDir,
    settings: Vec<&'static str>,
}

impl Server {
    pub(crate) fn start() -> Self {
        Self::with(&["--save", "", "--appendonly", "no"])
    }

    pub(crate) fn with(settings: &[&'static str]) -> Self {
        let directory = tempfile::tempdir().unwrap();
        // A port that is free now may be taken before the server has it.
        for _ in 0..10 {
            let port = free_port();
            if let Some(process) = launch(port, &directory, settings) {
                return Self { process, port, directory, settings: settings.to_vec() };
            }
        }
        panic!("redis-server doesn't start");
    }

    /// Ends it as a loss of power would.
    pub(crate) fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Kills it, and starts it again on the same port and in the same directory.
    pub(crate) fn restart(&mut self) {
        self.kill();
        self.process = launch(self.port, &self.directory, &self.settings).expect("it started before");
    }

    pub(crate) fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    pub(crate) fn url(&self) -> String {
        format!("redis://{}", self.address())
    }

    pub(crate) fn connect(&self) -> Connection {
        redis::Client::open(self.url()).unwrap().get_connection().unwrap()
    }

    /// Runs one command, whose words are separated by spaces.
    pub(crate) fn command<A: FromRedisValue>(&self, command: &str) -> A {
        let mut words = command.split(' ');
        let mut command = redis::cmd(words.next().unwrap());
        command.arg(words.collect::<Vec<_>>()).query(&mut self.connect()).unwrap()
    }

    /// How many there have been, with that of this question.
    pub(crate) fn connections(&self) -> usize {
        let stats: String = self.command("INFO stats");
        let (_, count) = stats.split_once("total_connections_received:").unwrap();
        count.lines().next().unwrap().parse().unwrap()
    }

    /// The one key with this ending.
    pub(crate) fn key(&self, ending: &str) -> String {
        let mut keys: Vec<String> = self.command(&format!("KEYS *:{ending}"));
        assert_eq!(keys.len(), 1, "{keys:?}");
        keys.remove(0)
    }

    /// Writes down all that happens, until the server ends or its connections do.
    pub(crate) fn monitor(&self) -> JoinHandle<Vec<String>> {
        let mut stream = TcpStream::connect(self.address()).unwrap();
        stream.write_all(b"MONITOR\r\n").unwrap();
        let mut lines = BufReader::new(stream).lines();
        assert_eq!(lines.next().unwrap().unwrap(), "+OK");
        thread::spawn(move || lines.map_while(Result::ok).collect())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

/// Starts a server, and waits until it takes connections; `None` if it ends before that.
fn launch(port: u16, directory: &TempDir, settings: &[&str]) -> Option<Child> {
    let process = Command::new("redis-server")
        .args(["--bind", "127.0.0.1", "--port", &port.to_string(), "--dir"])
        .arg(directory.path())
        .args(settings)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut process = process.unwrap_or_else(|_| panic!("{CURE}"));
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map_while(Result::ok);
    if lines.any(|line| line.contains("Ready to accept connections")) {
        // Somebody must read what it says, or it stops when the pipe is full.
        thread::spawn(move || lines.for_each(drop));
        return Some(process);
    }
    process.wait().unwrap();
    None
}
