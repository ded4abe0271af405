//! HmacSHA256 and HmacSHA1: common parameters among the others.

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HOST};
use http::{Method, Request};

use super::{FORM, Signing};
use crate::call::Target;
use crate::credential::Credential;
use crate::error::Error;
use crate::payload::{FORM_LIMIT, QUERY_LIMIT, check_size, encode};
use crate::protocol::RequestForm;
use crate::signing::LegacyStringToSign;

impl Signing<'_> {
    /// The request, and the text that its signature signs.
    pub(super) fn legacy(
        &self,
        pairs: &[(String, String)],
        form: RequestForm,
        credential: &Credential,
    ) -> Result<(Request<Bytes>, String), Error> {
        let method = if form == RequestForm::Query { Method::GET } else { Method::POST };
        let common = self.common(credential);
        let own = pairs.iter().map(|(name, value)| (&**name, &**value));
        let all = own.chain(common.iter().map(|(name, value)| (*name, &**value)));
        let string_to_sign = LegacyStringToSign::new(&method, self.endpoint.host(), all.clone());
        let signature = string_to_sign.sign(credential, self.call.protocol.signature);
        let parameters = encode(all.chain([("Signature", &*signature)]));

        let request = Request::builder().header(CONTENT_TYPE, FORM).header(HOST, self.endpoint.host());
        let request = match form {
            RequestForm::Query => {
                check_size("a query", parameters.len(), QUERY_LIMIT).map_err(Error::payload)?;
                request.uri(format!("{}/?{parameters}", self.endpoint)).body(Bytes::new())
            }
            RequestForm::Form | RequestForm::Json => {
                check_size("a form", parameters.len(), FORM_LIMIT).map_err(Error::payload)?;
                request.method(&method).uri(format!("{}/", self.endpoint)).body(parameters.into())
            }
        };
        Ok((request.map_err(Error::config)?, string_to_sign.to_string()))
    }

    /// What TC3 has in headers, with a nonce against replay.
    fn common(&self, credential: &Credential) -> Vec<(&'static str, String)> {
        let Target { version, action, .. } = &self.call.target;
        // The vendor asks for a positive integer, and its SDKs send one that fits 63 bits.
        let nonce = (self.inner.clock.random() >> 1).max(1);
        let mut common = vec![
            ("Action", action.to_string()),
            ("Nonce", nonce.to_string()),
            ("SecretId", credential.secret_id().to_owned()),
            ("SignatureMethod", self.call.protocol.signature.to_string()),
            ("Timestamp", self.timestamp.to_string()),
            ("Version", version.to_string()),
        ];
        common.extend(self.region().map(|region| ("Region", region.to_owned())));
        common.extend(credential.token().map(|token| ("Token", token.to_owned())));
        common.extend(self.language().map(|language| ("Language", language.to_owned())));
        common
    }
}
