//! Which way a client's requests go out.

use std::sync::Arc;

use super::ClientBuilder;
use crate::transport::Transport;

/// What makes a transport of another.
pub(super) type Wrap = Box<dyn FnOnce(Arc<dyn Transport>) -> Arc<dyn Transport> + Send + Sync>;

impl ClientBuilder {
    /// Sends requests through this transport and not over the network.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Sends requests through what is made of the client's transport, be it the default or a [given](Self::transport) one:
    /// to count, log or record them, or to add a header. Said again, it goes around the one before.
    ///
    /// All that the client sends passes it, and each attempt at a call anew: calls, and those that its own credentials come
    /// from, to STS and to the metadata service of a machine.
    ///
    /// # Example
    ///
    /// ```
    /// use std::sync::Arc;
    /// use std::sync::atomic::{AtomicUsize, Ordering};
    ///
    /// # use tencent_action::fake::FakeCloud;
    /// # let cloud = FakeCloud::start()?;
    /// # let builder = cloud.client();
    /// let bytes = Arc::new(AtomicUsize::new(0));
    /// let counted = Arc::clone(&bytes);
    /// let client = builder
    ///     .wrap_transport(|inner| {
    ///         move |request: http::Request<bytes::Bytes>| {
    ///             let (inner, counted) = (Arc::clone(&inner), Arc::clone(&counted));
    ///             async move {
    ///                 counted.fetch_add(request.body().len(), Ordering::Relaxed);
    ///                 inner.send(request).await
    ///             }
    ///         }
    ///     })
    ///     .build()?;
    /// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
    /// # cloud.on_json("vod", "2018-07-17", "DescribeTasks", |_| Ok(serde_json::json!({})));
    /// client.call_json("vod", "2018-07-17", "DescribeTasks", &serde_json::json!({ "Limit": 5 })).await?;
    /// # Ok::<(), tencent_action::Error>(())
    /// # })?;
    /// assert_eq!(bytes.load(Ordering::Relaxed), r#"{"Limit":5}"#.len());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn wrap_transport<T, F>(mut self, wrap: F) -> Self
    where
        T: Transport,
        F: FnOnce(Arc<dyn Transport>) -> T + Send + Sync + 'static,
    {
        self.wraps.push(Box::new(|inner| Arc::new(wrap(inner))));
        self
    }

    pub(crate) fn shared_transport(mut self, transport: &Arc<dyn Transport>) -> Self {
        self.transport = Some(Arc::clone(transport));
        self
    }
}
