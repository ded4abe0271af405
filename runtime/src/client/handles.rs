//! Handles of one client that write and sign requests otherwise.

use super::Client;
use crate::protocol::{Protocol, RequestForm};
use crate::signing::SignatureMethod;

impl Client {
    /// The same client, its requests written in this form.
    ///
    /// It shares everything with this one, and costs nothing to make, so it does for one call:
    ///
    /// ```no_run
    /// use tencent_action::{Client, Error, RequestForm, tencent_action};
    ///
    /// #[tencent_action(service = "cvm", version = "2017-03-12")]
    /// struct DescribeZones;
    ///
    /// # async fn zones(client: &Client) -> Result<(), Error> {
    /// DescribeZones.send(&client.with_form(RequestForm::Query)).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// A form that the signature method can't sign is an error of the call.
    #[must_use]
    pub fn with_form(&self, form: RequestForm) -> Self {
        self.with(Protocol { form: Some(form), ..self.protocol })
    }

    /// The same client, its requests signed by this method.
    ///
    /// A legacy method can't sign JSON, so a client whose form isn't set sends forms with it.
    #[must_use]
    pub fn with_signature(&self, signature: SignatureMethod) -> Self {
        self.with(Protocol { signature, ..self.protocol })
    }

    /// The same client, which does or doesn't sign the bodies of its requests.
    ///
    /// Without it, whoever is between could exchange the body: only over TLS, if at all. TC3-HMAC-SHA256 only.
    #[must_use]
    pub fn with_unsigned_payload(&self, unsigned: bool) -> Self {
        self.with(Protocol { unsigned_payload: unsigned, ..self.protocol })
    }
}
