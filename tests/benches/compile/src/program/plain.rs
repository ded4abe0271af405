#![allow(dead_code, deprecated)]

mod declared;

use std::any::Any;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Result;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Nothing {}

fn write<T: Serialize + 'static>(request: &dyn Any) -> Option<Result<Vec<u8>>> {
    Some(serde_json::to_vec(request.downcast_ref::<T>()?))
}

fn read<T: DeserializeOwned + 'static>(answer: &[u8]) -> Result<Box<dyn Any>> {
    serde_json::from_slice::<T>(answer).map(|answer| Box::new(answer) as Box<dyn Any>)
}

type Entry = (fn(&dyn Any) -> Option<Result<Vec<u8>>>, fn(&[u8]) -> Result<Box<dyn Any>>);

static ENTRIES: &[Entry] = &[
    (write::<Nothing>, read::<Nothing>),
    // Here is one line for each action.
];

fn main() -> Result<()> {
    let request: Box<dyn Any> = Box::new(Nothing {});
    let written = ENTRIES.iter().filter_map(|(write, read)| Some((write(&*request)?, read)));
    println!("{}", written.filter(|(written, read)| written.as_ref().is_ok_and(|json| read(json).is_ok())).count());
    Ok(())
}
