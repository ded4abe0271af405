//! A temporary key that the cloud doesn't want is renewed, once.

use super::retrying::{SPENT, gave_up};
use super::run::Run;
use crate::error::{Error, Stage};
use crate::stream::Answer;

impl Run<'_> {
    /// Tries a call, and once more with another key if the first was refused and its source has another.
    ///
    /// A refused call was stopped at the gate, so it can't run twice. A key that the program gave has no other. The
    /// budget for trying again pays for it: a cloud that refuses all keys would have each call sent twice otherwise.
    pub(super) async fn renewing<F>(&self, next: impl Fn() -> F) -> Result<Answer, Error>
    where
        F: Future<Output = Result<Answer, Error>>,
    {
        let inner = self.inner();
        let error = match next().await {
            Ok(answer) => return Ok(answer),
            Err(error) => error,
        };
        let Some(refused) = error.refused() else { return Err(error) };
        if !inner.budget.has_enough() {
            inner.credentials.give_up(refused);
            return Err(gave_up(error, SPENT));
        }
        self.progress.fail(&error);
        self.progress.reach(Stage::Credential);
        match inner.credentials.renew(refused).await {
            Ok(Some(_)) => inner.counters.credential_renewed(),
            Ok(None) => return Err(error),
            Err(fault) => return Err(error.with_cure(Some(format!("and there is no new credential: {fault}")))),
        }
        if !inner.budget.pay() {
            return Err(gave_up(error, SPENT));
        }
        tracing::info!(error.type = error.class(), "trying again with a new credential");
        next().await.map_err(|later| later.after_failure(Some(error)))
    }
}
