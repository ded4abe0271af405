//! A temporary key that the cloud doesn't want is renewed, once.

use super::Client;
use super::progress::Progress;
use crate::call::PreparedCall;
use crate::error::Error;
use crate::stream::Answer;
use crate::timeout::Deadline;

impl Client {
    /// Tries a call, and once more with another key if the first was refused and its source has another.
    ///
    /// A refused call was stopped at the gate, so it can't run twice. A key that the program gave has no other.
    pub(super) async fn renewing(
        &self,
        call: &PreparedCall,
        deadline: Deadline,
        progress: &Progress,
    ) -> Result<Answer, Error> {
        let error = match self.on_time(call, deadline, progress).await {
            Ok(answer) => return Ok(answer),
            Err(error) => error,
        };
        let Some(refused) = error.refused() else { return Err(error) };
        progress.fail(&error);
        match self.inner.credentials.renew(refused).await {
            Ok(Some(_)) => {
                tracing::debug!(target = %call.target, %error, "trying again with a new credential");
                self.on_time(call, deadline, progress).await
            }
            Ok(None) => Err(error),
            Err(fault) => Err(error.with_cure(Some(format!("and there is no new credential: {fault}")))),
        }
    }
}
