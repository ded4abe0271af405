//! How requests are written and signed, where there is a choice.

use std::fmt;
use std::str::FromStr;

use crate::signing::SignatureMethod;

/// How a request carries its parameters.
///
/// | form | parameters | signature | at most |
/// |---|---|---|---|
/// | [`Json`](Self::Json) | the body, as JSON | TC3-HMAC-SHA256 | 10 MB |
/// | [`Query`](Self::Query) | the query of a GET, flattened | any | 32 KB |
/// | [`Form`](Self::Form) | the body, flattened | HmacSHA256, HmacSHA1 | 1 MB |
///
/// Flattened parameters are called by their path, as `Filters.0.Values.1`. Empty lists and empty objects, null in a list,
/// floats that aren't finite, and maps with numbers or dots in their keys have no such form; they are an error, and nothing
/// is sent.
///
/// Actions with binary members are always a POST of their own form (`multipart/form-data`, `application/octet-stream`),
/// whatever is set here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RequestForm {
    /// POST with JSON. The default.
    Json,
    /// GET with a query.
    Query,
    /// POST with a form. The default of the legacy signatures.
    Form,
}

/// `json`, `query` or `form`.
impl fmt::Display for RequestForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Json => "json",
            Self::Query => "query",
            Self::Form => "form",
        })
    }
}

impl FromStr for RequestForm {
    type Err = ProtocolError;

    fn from_str(text: &str) -> Result<Self, ProtocolError> {
        [Self::Json, Self::Query, Self::Form]
            .into_iter()
            .find(|form| form.to_string() == text)
            .ok_or_else(|| ProtocolError(format!("no form is called `{text}`: it is `json`, `query` or `form`")))
    }
}

/// What was chosen; what wasn't follows from it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Protocol {
    pub(crate) signature: SignatureMethod,
    pub(crate) form: Option<RequestForm>,
    pub(crate) unsigned_payload: bool,
}

impl Protocol {
    /// The form to write a request in, if it can be signed so.
    pub(crate) fn form(self) -> Result<RequestForm, ProtocolError> {
        let is_tc3 = self.signature == SignatureMethod::Tc3HmacSha256;
        if self.unsigned_payload && !is_tc3 {
            let message =
                format!("{} always signs the parameters: only TC3-HMAC-SHA256 can do without", self.signature);
            return Err(ProtocolError(message));
        }
        match (self.form, is_tc3) {
            (None | Some(RequestForm::Json), true) => Ok(RequestForm::Json),
            (None | Some(RequestForm::Form), false) => Ok(RequestForm::Form),
            (Some(RequestForm::Query), _) => Ok(RequestForm::Query),
            (Some(RequestForm::Json), false) => Err(ProtocolError(format!(
                "{} can't sign JSON: use TC3-HMAC-SHA256, a query or a form",
                self.signature
            ))),
            (Some(RequestForm::Form), true) => {
                Err(ProtocolError("TC3-HMAC-SHA256 can't sign a form: use HmacSHA256, a query or JSON".to_owned()))
            }
        }
    }
}

/// A choice that the protocol doesn't have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ProtocolError(pub(crate) String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_fit_their_signatures() {
        use RequestForm::{Form, Json, Query};
        use SignatureMethod::{HmacSha1, HmacSha256, Tc3HmacSha256};
        let form = |signature, form| Protocol { signature, form, unsigned_payload: false }.form().ok();
        for (signature, expected) in [
            (Tc3HmacSha256, [Some(Json), Some(Json), Some(Query), None]),
            (HmacSha256, [Some(Form), None, Some(Query), Some(Form)]),
            (HmacSha1, [Some(Form), None, Some(Query), Some(Form)]),
        ] {
            assert_eq!([None, Some(Json), Some(Query), Some(Form)].map(|said| form(signature, said)), expected);
        }
        let unsigned = |signature| Protocol { signature, form: None, unsigned_payload: true }.form();
        assert_eq!(unsigned(Tc3HmacSha256), Ok(Json));
        let fault = unsigned(HmacSha1).unwrap_err().to_string();
        assert_eq!(fault, "HmacSHA1 always signs the parameters: only TC3-HMAC-SHA256 can do without");
    }

    #[test]
    fn names_are_read_as_they_are_written() {
        for form in [RequestForm::Json, RequestForm::Query, RequestForm::Form] {
            assert_eq!(form.to_string().parse(), Ok(form));
        }
        assert!("JSON".parse::<RequestForm>().is_err());
    }
}
