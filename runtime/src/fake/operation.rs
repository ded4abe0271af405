//! An operation that has been let in, and may be run.

use super::gate::Admitted;
use super::handlers::{Answer, Handler};
use super::node::Node;
use super::received::Received;
use crate::response::ApiError;

/// A handler, and what it is to be called with.
pub(super) struct Operation {
    pub(super) admitted: Admitted,
    pub(super) handler: Handler,
    pub(super) parameters: Node,
}

impl Operation {
    /// Calls the handler, and notes whether it came to that.
    pub(super) fn run(self, received: &mut Received) -> Result<Answer, ApiError> {
        let action = &self.admitted.action;
        match self.handler.answer(action, &self.parameters, &mut received.handled)? {
            Answer::Data(other) if !other.is_object() => {
                let message = format!("the handler of {action} answered `{other}`, not an object");
                Err(ApiError::new("InternalError", message))
            }
            answer => Ok(answer),
        }
    }
}
