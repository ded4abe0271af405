//! The request and what was signed, side by side.

use super::Signing;
use super::tc3::Draft;
use crate::error::Error;
use crate::explanation::Explanation;
use crate::payload::Payload;

impl Signing<'_> {
    pub(in crate::client) fn explanation(&self) -> Result<Explanation, Error> {
        let explain = |request, canonical_request, string_to_sign| {
            Explanation::new(request, canonical_request, string_to_sign, self.credential)
        };
        let Some(credential) = self.credential else {
            return Ok(explain(self.request()?, None, None));
        };
        if let Payload::Legacy { pairs, form } = &self.call.payload {
            let (request, string_to_sign) = self.legacy(pairs, *form, credential)?;
            return Ok(explain(request, None, Some(string_to_sign)));
        }
        let draft = Draft::of(&self.call.payload)?;
        let template = self.template(&draft)?;
        let canonical = self.canonical(&template, &draft);
        let string_to_sign = self.string_to_sign(&canonical).to_string();
        Ok(explain(self.request()?, Some(canonical.to_string()), Some(string_to_sign)))
    }
}
