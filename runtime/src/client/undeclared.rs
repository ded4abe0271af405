//! Calls of what nobody declared.

use serde::Serialize;
use serde_json::Value;

use super::Client;
use crate::call::Call;
use crate::response::Reply;
use crate::stream::EventStream;

impl Client {
    /// Calls an action that nobody declared: service, version, action, JSON in, JSON out.
    ///
    /// The parameters are anything that serializes to an object. Everything else is as for a declared action: signature,
    /// policies, errors, and what a [`Call`] can be given.
    ///
    /// # Example
    ///
    /// ```no_run
    /// use serde_json::json;
    /// use tencent_action::Client;
    ///
    /// # async fn status() -> Result<(), tencent_action::Error> {
    /// let client = Client::from_env()?;
    /// let parameters = json!({ "TaskId": "251000333-procedure-…" });
    /// let reply = client.call_json("vod", "2018-07-17", "DescribeTaskDetail", &parameters).idempotent(true).await?;
    /// println!("{}", reply["Status"]);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Awaiting the call fails if service, version or action don't have the form of one (`vod`, `2018-07-17`,
    /// `ManageTask`), if the parameters aren't an object, and for any reason for which a declared action's does.
    pub fn call_json<P: Serialize + ?Sized>(
        &self,
        service: &str,
        version: &str,
        action: &str,
        parameters: &P,
    ) -> Call<Reply<Value>> {
        Call::dynamic(self.clone(), [service, version, action], parameters)
    }

    /// Calls an action that nobody declared, and reads its answer as it comes: [`stream`](Self::stream) with JSON for a
    /// chunk, as [`call_json`](Self::call_json) is for a reply.
    pub fn stream_json<P: Serialize + ?Sized>(
        &self,
        service: &str,
        version: &str,
        action: &str,
        parameters: &P,
    ) -> Call<EventStream<Value>> {
        Call::dynamic(self.clone(), [service, version, action], parameters)
    }
}
