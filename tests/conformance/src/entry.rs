//! One declared action, without its type.

use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tencent_action::{Action, Error, EventStream, RequestForm};

use crate::probe::Probe;
use crate::world::World;

/// What is done with a declared action. Only what needs its type is in here, since it is compiled for each.
pub struct Entry {
    pub(crate) service: &'static str,
    pub(crate) version: &'static str,
    pub(crate) action: &'static str,
    /// Reads a request, as JSON, and sends it in these forms; gives what arrives of each.
    pub(crate) send: fn(&World, &Value, &[RequestForm]) -> Result<Arrivals, Error>,
    /// Reads a reply, and writes it again.
    pub(crate) read: fn(&World) -> Result<Vec<u8>, Error>,
    /// Whether the action is declared to stream.
    pub(crate) streams: bool,
    /// Reads a stream of replies to its end, and tells how many chunks there were.
    pub(crate) stream: fn(&World) -> Result<usize, Error>,
}

/// What arrives of a request, in each form.
pub(crate) type Arrivals = Vec<Result<Value, Error>>;

impl Entry {
    /// That of an action.
    pub fn of<A>() -> Self
    where
        A: Action<Response: Serialize> + DeserializeOwned,
    {
        Self {
            service: A::SERVICE,
            version: A::VERSION,
            action: A::NAME,
            send: send::<A>,
            read: read::<A::Response>,
            streams: false,
            stream: stream::<Value>,
        }
    }

    /// That of an action which streams its replies, in chunks of one type with them.
    pub fn streaming<A>() -> Self
    where
        A: Action<Response: Serialize> + DeserializeOwned,
    {
        Self { streams: true, stream: stream::<A::Response>, ..Self::of::<A>() }
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry").field("action", &self.action).finish_non_exhaustive()
    }
}

fn send<A: Action + DeserializeOwned>(
    world: &World,
    request: &Value,
    forms: &[RequestForm],
) -> Result<Arrivals, Error> {
    world.answer(enveloped(request), "application/json");
    // The same types occur in requests and in replies. Read in the same way, they are compiled once.
    let request = world.runtime.block_on(world.asker.call(&Probe::<A>::new()))?.into_inner();
    Ok(forms.iter().map(|form| arrive(world, world.sender(*form).call(&request))).collect())
}

fn arrive<R>(world: &World, call: impl Future<Output = Result<R, Error>>) -> Result<Value, Error> {
    let outcome = world.runtime.block_on(call).map(drop);
    // What it was answered with is no matter here.
    match (world.arrived(), outcome) {
        (Some(parameters), _) => Ok(parameters),
        (None, Err(error)) => Err(error),
        (None, Ok(())) => Ok(Value::Null),
    }
}

fn enveloped(data: &Value) -> String {
    serde_json::json!({ "Response": data }).to_string()
}

fn read<R: DeserializeOwned + Serialize>(world: &World) -> Result<Vec<u8>, Error> {
    let reply = world.runtime.block_on(world.asker.call(&Probe::<R>::new()))?;
    Ok(serde_json::to_vec(&*reply).unwrap_or_default())
}

fn stream<C: DeserializeOwned>(world: &World) -> Result<usize, Error> {
    world.runtime.block_on(async {
        let mut stream: EventStream<C> = world.asker.stream(&Probe::<C>::new()).await?;
        let mut chunks = 0;
        while let Some(chunk) = stream.next().await {
            chunk?;
            chunks += 1;
        }
        Ok(chunks)
    })
}
