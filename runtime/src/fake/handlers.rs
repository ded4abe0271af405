//! What the user registers: one handler per action.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, PoisonError, RwLock};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::gate::Admitted;
use super::parameters;
use crate::action::Action;
use crate::response::ApiError;

type Handler = Arc<dyn Fn(&Value) -> Result<Value, ApiError> + Send + Sync>;

/// Handlers by service, version and action.
#[derive(Default)]
pub(super) struct Handlers {
    table: RwLock<BTreeMap<[String; 3], Handler>>,
}

impl Handlers {
    /// Registers a handler that gets its parameters decoded.
    pub(super) fn add_typed<A, F>(&self, handler: F)
    where
        A: Action<Response: Serialize> + DeserializeOwned,
        F: Fn(A) -> Result<A::Response, ApiError> + Send + Sync + 'static,
    {
        self.add(A::SERVICE, A::VERSION, A::NAME, move |parameters: &Value| {
            let response = handler(parameters::decode(parameters)?)?;
            serde_json::to_value(response).map_err(|error| {
                ApiError::new("InternalError", format!("the handler's response can't be serialized: {error}"))
            })
        });
    }

    pub(super) fn add<F>(&self, service: &str, version: &str, action: &str, handler: F)
    where
        F: Fn(&Value) -> Result<Value, ApiError> + Send + Sync + 'static,
    {
        let mut table = self.table.write().unwrap_or_else(PoisonError::into_inner);
        table.insert([service, version, action].map(str::to_owned), Arc::new(handler));
    }

    /// Answers an admitted request. A handler that panics answers with an internal error.
    pub(super) fn answer(&self, request: &Admitted, parameters: &Value) -> Result<Value, ApiError> {
        let handler = self.find(request)?;
        catch_unwind(AssertUnwindSafe(|| handler(parameters))).unwrap_or_else(|_| {
            let message = format!("the handler of {} panicked: see its thread's message", request.action);
            Err(ApiError::new("InternalError", message))
        })
    }

    fn find(&self, Admitted { service, version, action }: &Admitted) -> Result<Handler, ApiError> {
        let table = self.table.read().unwrap_or_else(PoisonError::into_inner);
        let key = [service, version, action].map(Clone::clone);
        if let Some(handler) = table.get(&key) {
            return Ok(Arc::clone(handler));
        }
        let (code, what) = if !table.keys().any(|[known, ..]| known == service) {
            ("NoSuchProduct", format!("The product `{service}` does not exist."))
        } else if !table.keys().any(|[known, of, _]| known == service && of == version) {
            ("NoSuchVersion", format!("The version `{version}` of `{service}` does not exist."))
        } else {
            ("InvalidAction", format!("The requested action `{action}` is invalid or not found."))
        };
        Err(ApiError::new(code, what))
    }
}
