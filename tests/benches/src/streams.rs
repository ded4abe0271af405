//! Server-sent events, and the fake cloud: how many a second.

use std::time::Instant;

use bytes::Bytes;
use http::{Request, Response};
use serde::{Deserialize, Serialize};
use tencent_action::fake::FakeCloud;
use tencent_action::{Body, Client, Empty, TransportError, tencent_action, tencent_data};

use crate::client;
use crate::rounds::{Rounds, thread_time};
use crate::subject::{ManageTask, REGION, credential};
use crate::table::{Cell, Table};

#[tencent_action(service = "hunyuan", version = "2023-09-01", stream = Chunk)]
struct ChatCompletions {
    model: String,
    stream: bool,
}

#[tencent_data]
struct Chunk {
    choices: Vec<Choice>,
}

#[tencent_data]
struct Choice {
    delta: Delta,
}

#[tencent_data]
struct Delta {
    content: String,
}

/// As a model writes it.
const EVENT: &str = "data: {\"Created\":1719990000,\"Choices\":[{\"Index\":0,\"Delta\":{\"Role\":\"assistant\",\
                     \"Content\":\"word \"},\"FinishReason\":\"\"}],\"Note\":\"\"}\n\n";
const EVENTS: u32 = 20_000;
/// How many come in one piece.
const A_PIECE: usize = 8;
const ROUNDS: usize = 9;

pub(crate) fn events() -> Result<Table, String> {
    let head = ["reader", "events a second", "ns an event", "to the floor"];
    let mut table = Table::new("streams", "Server-sent events of 150 bytes, over nothing", &head);
    let client = Client::builder().without_env().region(REGION).credentials(credential()).transport(stream);
    let (client, runtime) = (client.build().map_err(|error| error.to_string())?, client::runtime());
    let rounds = Rounds::run(ROUNDS, 2, |of| {
        let begun = thread_time();
        let read = if of == 0 { runtime.block_on(read(&client)) } else { floor() };
        assert_eq!(read, EVENTS, "each event is read");
        (thread_time() - begun) * 1e9 / f64::from(EVENTS)
    });
    for (of, name) in ["tencent-action", "lines and serde_json"].into_iter().enumerate() {
        let nanoseconds = rounds.median(of);
        table.rows.push(vec![
            Cell::text_of(name),
            Cell::Number(1e9 / nanoseconds, 0),
            Cell::Number(nanoseconds, 0),
            Cell::ratio(rounds.ratio(of, 1)),
        ]);
    }
    Ok(table)
}

async fn stream(_: Request<Bytes>) -> Result<Response<Body>, TransportError> {
    let piece = Bytes::from(EVENT.repeat(A_PIECE));
    let pieces =
        (0..EVENTS as usize / A_PIECE).map(move |_| Ok::<_, TransportError>(http_body::Frame::data(piece.clone())));
    let body = http_body_util::StreamBody::new(futures_util::stream::iter(pieces));
    let response = Response::builder().header("content-type", "text/event-stream").body(Body::new(body));
    response.map_err(TransportError::not_sent)
}

async fn read(client: &Client) -> u32 {
    let chat = ChatCompletions { model: "any".into(), stream: true };
    let mut chunks = chat.stream(client).await.expect("it begins");
    let mut count = 0;
    while let Some(chunk) = chunks.next().await {
        count += u32::from(chunk.expect("a chunk").choices[0].delta.content == "word ");
    }
    count
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct PlainChunk {
    choices: Vec<PlainChoice>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct PlainChoice {
    delta: PlainDelta,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct PlainDelta {
    content: String,
}

/// Text that is here as a whole, split at its ends of line.
fn floor() -> u32 {
    let piece = EVENT.repeat(A_PIECE);
    let pieces = (0..EVENTS as usize / A_PIECE).flat_map(|_| piece.lines());
    let chunks = pieces.filter_map(|line| line.strip_prefix("data: "));
    let word =
        |chunk: &str| serde_json::from_str::<PlainChunk>(chunk).expect("a chunk").choices[0].delta.content == "word ";
    chunks.map(|chunk| u32::from(word(chunk))).sum()
}

const REQUESTS: u32 = 2_000;
const CROWD: usize = 16;

pub(crate) fn fake() -> Result<Table, String> {
    let mut table =
        Table::new("fake", "The fake cloud, and a client in the same process", &["cloud", "requests a second"]);
    let runtime = client::runtime();
    for (name, cloud) in [("in process", Ok(FakeCloud::in_process())), ("over loopback", FakeCloud::start())] {
        let cloud = cloud.map_err(|error| error.to_string())?;
        cloud.on(|_: ManageTask| Ok(Empty));
        let client = cloud.client().build().map_err(|error| error.to_string())?;
        let rounds = Rounds::run(ROUNDS, 1, |_| {
            let begun = Instant::now();
            runtime.block_on(crowd(&client));
            f64::from(REQUESTS) / begun.elapsed().as_secs_f64()
        });
        table.rows.push(vec![Cell::text_of(name), Cell::Number(rounds.median(0), 0)]);
    }
    Ok(table)
}

async fn crowd(client: &Client) {
    let tasks: Vec<_> = (0..CROWD).map(|_| tokio::spawn(calls(client.clone()))).collect();
    for task in tasks {
        task.await.expect("a task ends");
    }
}

async fn calls(client: Client) {
    let task = ManageTask::small();
    for _ in 0..REQUESTS as usize / CROWD {
        task.send(&client).await.expect("it is answered");
    }
}
