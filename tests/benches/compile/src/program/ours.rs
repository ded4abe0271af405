#![allow(dead_code, deprecated)]

mod declared;

use std::any::Any;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use serde::de::DeserializeOwned;
use tencent_action::{Call, Client, Error, Reply, tencent_action};

#[tencent_action(service = "vod", version = "2018-07-17")]
struct Nothing {}

trait Answer {
    fn answer(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<Box<dyn Any>, Error>>;
}

impl<T: DeserializeOwned + 'static> Answer for Call<Reply<T>> {
    fn answer(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<Box<dyn Any>, Error>> {
        self.poll(cx).map(|answer| answer.map(|reply| Box::new(reply) as Box<dyn Any>))
    }
}

fn boxed<T: DeserializeOwned + 'static>(call: Call<Reply<T>>) -> Option<Pin<Box<dyn Answer>>> {
    Some(Box::pin(call))
}

type Entry = fn(&dyn Any, &Client) -> Option<Pin<Box<dyn Answer>>>;

static ENTRIES: &[Entry] = &[
    |request, client| boxed(request.downcast_ref::<Nothing>()?.send(client)),
    // Here is one line for each action.
];

fn main() -> Result<(), Error> {
    let client = Client::from_env()?;
    let request: Box<dyn Any> = Box::new(Nothing {});
    let calls = ENTRIES.iter().filter_map(|entry| entry(&*request, &client));
    let mut cx = Context::from_waker(Waker::noop());
    println!("{}", calls.filter_map(|mut call| call.as_mut().answer(&mut cx).is_ready().then_some(())).count());
    Ok(())
}
