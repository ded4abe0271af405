//! What the user registers: one handler per action.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, PoisonError, RwLock};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::form::ReceivedForm;
use super::gate::Admitted;
use super::node::Node;
use super::parameters;
use super::stream::{self, Items, StreamItem};
use crate::action::{Action, Encoding, Field, StreamingAction};
use crate::response::ApiError;

/// What answers one action.
#[derive(Clone)]
pub(super) struct Handler {
    /// Nothing, for a handler in terms of JSON: it takes what comes.
    pub(super) declared: Option<Declared>,
    answer: Arc<AnswerFn>,
}

/// Decodes, and calls what the user registered; it says if it came to that.
type AnswerFn = dyn Fn(&Node, &mut bool) -> Result<Answer, ApiError> + Send + Sync;

/// What a handler answers with.
pub(super) enum Answer {
    Data(Value),
    Stream(Items),
}

/// What an action's declaration says about its requests.
#[derive(Debug, Clone, Copy)]
pub(super) struct Declared {
    pub(super) encoding: Encoding,
    pub(super) fields: &'static [Field],
}

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
        let declared = Some(Declared { encoding: A::ENCODING, fields: A::FIELDS });
        let answer = move |parameters: &Node, runs: &mut bool| {
            let request = parameters::decode(parameters)?;
            *runs = true;
            let response = handler(request)?;
            serde_json::to_value(response).map(Answer::Data).map_err(|error| {
                ApiError::new("InternalError", format!("the handler's response can't be serialized: {error}"))
            })
        };
        self.add([A::SERVICE, A::VERSION, A::NAME], Handler { declared, answer: Arc::new(answer) });
    }

    /// Registers a handler that gets its parameters decoded, and answers with a stream.
    pub(super) fn add_stream<A, I, F>(&self, handler: F)
    where
        A: StreamingAction<Chunk: Serialize + 'static> + DeserializeOwned,
        I: IntoIterator<Item = StreamItem<A::Chunk>, IntoIter: Send + 'static>,
        F: Fn(A) -> Result<I, ApiError> + Send + Sync + 'static,
    {
        let declared = Some(Declared { encoding: A::ENCODING, fields: A::FIELDS });
        let answer = move |parameters: &Node, runs: &mut bool| {
            let request = parameters::decode(parameters)?;
            *runs = true;
            Ok(Answer::Stream(stream::items(handler(request)?)))
        };
        self.add([A::SERVICE, A::VERSION, A::NAME], Handler { declared, answer: Arc::new(answer) });
    }

    /// Registers a handler that gets its parameters as JSON.
    pub(super) fn add_json<F>(&self, name: [&str; 3], handler: F)
    where
        F: Fn(&Value) -> Result<Value, ApiError> + Send + Sync + 'static,
    {
        let answer = move |parameters: &Node, runs: &mut bool| {
            *runs = true;
            handler(&parameters.to_json()).map(Answer::Data)
        };
        self.add(name, Handler { declared: None, answer: Arc::new(answer) });
    }

    fn add(&self, name: [&str; 3], handler: Handler) {
        let mut table = self.table.write().unwrap_or_else(PoisonError::into_inner);
        table.insert(name.map(str::to_owned), handler);
    }

    /// The first service that has this version and this action.
    pub(super) fn service_of(&self, version: &str, action: &str) -> Result<String, ApiError> {
        let table = self.table.read().unwrap_or_else(PoisonError::into_inner);
        match table.keys().find(|[_, of, known]| of == version && known == action) {
            Some([service, ..]) => Ok(service.clone()),
            None if table.keys().any(|[_, known, _]| known == version) => Err(no_action(action)),
            None => Err(unhandled("NoSuchVersion", &format!("No product has the version `{version}`."))),
        }
    }

    /// The handler for an admitted request.
    pub(super) fn find(&self, Admitted { service, version, action }: &Admitted) -> Result<Handler, ApiError> {
        let table = self.table.read().unwrap_or_else(PoisonError::into_inner);
        let key = [service, version, action].map(Clone::clone);
        if let Some(handler) = table.get(&key) {
            return Ok(handler.clone());
        }
        let has_service = table.keys().any(|[known, ..]| known == service);
        let has_version = table.keys().any(|[known, of, _]| known == service && of == version);
        Err(match (has_service, has_version) {
            (false, _) => unhandled("NoSuchProduct", &format!("The product `{service}` does not exist.")),
            (_, false) => {
                unhandled("NoSuchVersion", &format!("The version `{version}` of `{service}` does not exist."))
            }
            _ => no_action(action),
        })
    }
}

fn no_action(action: &str) -> ApiError {
    unhandled("InvalidAction", &format!("The requested action `{action}` is invalid or not found."))
}

/// What the real cloud says of what doesn't exist, and what mostly is the matter with a fake one.
fn unhandled(code: &str, message: &str) -> ApiError {
    ApiError::new(code, format!("{message} This fake cloud has no handler for it: `FakeCloud::on` adds one."))
}

impl Handler {
    /// Fails if the action takes requests in another form.
    pub(super) fn check_form(&self, form: ReceivedForm) -> Result<(), ApiError> {
        let Some(Declared { encoding, .. }) = self.declared else { return Ok(()) };
        let wanted = match encoding {
            Encoding::Any => "JSON, a query or a form",
            Encoding::Multipart => "multipart/form-data",
            Encoding::OctetStream => "application/octet-stream",
        };
        let is = match form {
            ReceivedForm::Json | ReceivedForm::Query | ReceivedForm::Form => Encoding::Any,
            ReceivedForm::Multipart => Encoding::Multipart,
            ReceivedForm::OctetStream => Encoding::OctetStream,
        };
        if is == encoding {
            return Ok(());
        }
        Err(parameters::invalid(format!("The Content-Type is not supported: this action takes {wanted}.")))
    }

    /// Answers a request, and says whether it ran. A handler that panics answers with an internal error.
    pub(super) fn answer(&self, action: &str, parameters: &Node, runs: &mut bool) -> Result<Answer, ApiError> {
        catch_unwind(AssertUnwindSafe(|| (self.answer)(parameters, runs))).unwrap_or_else(|_| {
            let message = format!("the handler of {action} panicked: see its thread's message");
            Err(ApiError::new("InternalError", message))
        })
    }
}
