//! Clients that block.

use super::ClientBuilder;
use crate::blocking;
use crate::credential::Given;
use crate::error::Error;

impl ClientBuilder {
    /// Builds a client that blocks, and starts its thread.
    ///
    /// ```
    /// # fn main() -> Result<(), tencent_action::Error> {
    /// let client = tencent_action::Client::builder().region("ap-tokyo").build_blocking()?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`build`](Self::build); and if the thread can't be started.
    pub fn build_blocking(mut self) -> Result<blocking::Client, Error> {
        self.credentials = self.credentials.map(Given::guarded);
        blocking::Client::of(self.build()?)
    }
}
