//! An action that is answered with whatever is to be decoded.

use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::ser::{Serialize, SerializeStruct, Serializer};
use tencent_action::{Action, CommonError, Field, StreamingAction};

/// The types to decode are also requests, which are nobody's reply: so they get an action of their own.
pub(crate) struct Probe<T>(PhantomData<T>);

impl<T> Probe<T> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T> Serialize for Probe<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_struct("Probe", 0)?.end()
    }
}

impl<T: DeserializeOwned> Action for Probe<T> {
    const SERVICE: &'static str = "conformance";
    const VERSION: &'static str = "2024-01-01";
    const NAME: &'static str = "Probe";
    const FIELDS: &'static [Field] = &[];
    type Response = T;
    type ErrorCode = CommonError;
}

impl<T: DeserializeOwned> StreamingAction for Probe<T> {
    type Chunk = T;
}
