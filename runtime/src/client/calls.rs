//! Calls, of what is declared and of what isn't.

use serde::Serialize;
use serde_json::Value;

use super::Client;
use crate::action::{Action, StreamingAction};
use crate::call::Call;
use crate::response::Reply;
use crate::stream::EventStream;

impl Client {
    /// Calls an action: what the generated `send` does, for code that is generic over actions.
    pub fn call<A: Action>(&self, action: &A) -> Call<Reply<A::Response>> {
        Call::new(self.clone(), action)
    }

    /// Calls an action and reads its answer as it comes: what the generated `stream` does, for code that is generic over
    /// actions.
    ///
    /// The call is ready when the stream begins. An error that the service answers with instead is an error of the call.
    ///
    /// # Example
    ///
    /// ```
    /// use tencent_action::{Client, Error, EventStream, StreamingAction};
    ///
    /// async fn begin<A: StreamingAction>(client: &Client, action: &A) -> Result<EventStream<A::Chunk>, Error> {
    ///     let chunks = client.stream(action).await?;
    ///     println!("{} {} begins: {}", A::SERVICE, A::NAME, chunks.request_id());
    ///     Ok(chunks)
    /// }
    /// ```
    pub fn stream<A: StreamingAction>(&self, action: &A) -> Call<EventStream<A::Chunk>> {
        Call::new(self.clone(), action)
    }

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
