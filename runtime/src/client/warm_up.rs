//! Before the first call.

use std::pin::pin;

use bytes::Bytes;
use http::Request;

use super::Client;
use super::progress::Progress;
use crate::call::{Options, Target};
use crate::endpoint::Endpoint;
use crate::error::{Error, Late, Stage};
use crate::response::{self, Fault, ReadError};
use crate::timeout;
use crate::transport::TransportError;

impl Client {
    /// Finds the credential and connects to the host of a service (`vod`), so that the first call is as fast as the next.
    ///
    /// What goes there is an empty GET, unsigned and without an action. The gateway refuses it before any service sees it,
    /// and the connection is kept for the next call. It is one attempt, within the time of a call.
    ///
    /// # Example
    ///
    /// ```
    /// # use tencent_action::fake::FakeCloud;
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tencent_action::Error> {
    /// # let cloud = FakeCloud::in_process();
    /// # let client = cloud.client().build()?;
    /// client.warm_up("vod").await?;
    /// # assert!(!cloud.received()[0].handled);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// - It is no service's name.
    /// - There is no credential.
    /// - No answer came, or none in time. Whatever is answered is no error.
    pub async fn warm_up(&self, service: &str) -> Result<(), Error> {
        let target = Target::gateway(service).map_err(Error::config)?;
        let (clock, after, progress) = (&*self.inner.clock, self.inner.timeouts.deadline, Progress::default());
        let outcome = timeout::within(clock, after, pin!(self.connect(&target, &progress))).await;
        let late = |timeout::Elapsed| Err(Error::deadline(Late { after, stage: progress.stage(), is_retry: false }));
        outcome.unwrap_or_else(late).map_err(|error| error.of(target))
    }

    async fn connect(&self, target: &Target, progress: &Progress) -> Result<(), Error> {
        let endpoint = self.inner.route.endpoint(&target.service, &Options::default()).map_err(Error::config)?;
        progress.reach(Stage::Credential);
        self.credential().await?;
        // No operation is asked for, so none may have run.
        progress.reach(Stage::WarmUp);
        let request = request(&endpoint).map_err(Error::config)?;
        let response = self.inner.transport.send(request).await.map_err(unrun)?;
        // A connection is free for the next call once its answer is read.
        match response::read(target.clone(), response, self.inner.response_limit).await {
            Err(ReadError { fault: Fault::CutOff(error), .. }) => Err(unrun(error)),
            _ => Ok(()),
        }
    }
}

fn request(endpoint: &Endpoint) -> http::Result<Request<Bytes>> {
    Request::get(format!("{endpoint}/")).header(http::header::HOST, endpoint.host()).body(Bytes::new())
}

fn unrun(error: TransportError) -> Error {
    Error::transport(TransportError::not_sent(error))
}
