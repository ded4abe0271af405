//! One who wants through a gate, for as long as it does.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use tokio::runtime::Handle;
use tracing::instrument::WithSubscriber;

use super::fault::Fault;
use super::names::Names;
use super::script::{Answer, Verb, Visit};
use super::shared::Shared;

/// A ticket, by which Redis knows who comes again. Dropped before its turn, it gives its place back.
pub(super) struct Ticket {
    shared: Arc<Shared>,
    names: Names,
    /// No other has it, in no process.
    number: String,
    /// Whether Redis may have a place for it.
    stands: bool,
}

impl Ticket {
    pub(super) fn new(shared: &Arc<Shared>, names: Names) -> Self {
        Self { shared: Arc::clone(shared), names, number: shared.number(), stands: false }
    }

    /// Asks whether it is its turn.
    pub(super) async fn ask(&mut self, limit: NonZeroU32, patience: Duration) -> Result<Answer, Fault> {
        let visit = Visit::new(&self.names, Verb::Ask { limit, patience }, &self.number, self.shared.spacing);
        self.stands = true;
        let answer = self.shared.link.make(&visit).await?;
        self.stands = matches!(answer, Answer::Wait(_));
        Ok(answer)
    }
}

impl Drop for Ticket {
    /// That takes a message, and so a task. Where none can be had, the place stays empty when its turn comes.
    fn drop(&mut self) {
        if self.stands {
            let visit = Visit::new(&self.names, Verb::Leave, &self.number, self.shared.spacing);
            tell(&self.shared, visit);
        }
    }
}

/// Makes a visit whose answer doesn't matter, beside the caller.
pub(super) fn tell(shared: &Arc<Shared>, visit: Visit) {
    let Ok(runtime) = Handle::try_current() else { return };
    let shared = Arc::clone(shared);
    // What fails is told by the link.
    runtime.spawn(async move { drop(shared.link.make(&visit).await) }.with_current_subscriber());
}
