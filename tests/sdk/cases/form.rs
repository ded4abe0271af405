//! The forms of a request.

use serde::Serialize;

/// How a request is written and signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Form {
    /// `any`, `multipart` or `octet-stream`.
    pub(crate) encoding: &'static str,
    pub(crate) method: &'static str,
    pub(crate) signature: &'static str,
    pub(crate) unsigned_payload: bool,
    /// Without a signature at all.
    pub(crate) skip: bool,
    /// Through a declared action here, and through the SDK's model of the same action there.
    pub(crate) typed: bool,
}

const JSON: Form = Form {
    encoding: "any",
    method: "POST",
    signature: "TC3-HMAC-SHA256",
    unsigned_payload: false,
    skip: false,
    typed: false,
};
const QUERY: Form = Form { method: "GET", ..JSON };
const SHA256_FORM: Form = Form { signature: "HmacSHA256", ..JSON };
const SHA256_QUERY: Form = Form { signature: "HmacSHA256", ..QUERY };
const SHA1_FORM: Form = Form { signature: "HmacSHA1", ..JSON };
const SHA1_QUERY: Form = Form { signature: "HmacSHA1", ..QUERY };
const MULTIPART: Form = Form { encoding: "multipart", ..JSON };
const OCTETS: Form = Form { encoding: "octet-stream", ..JSON };

/// All forms that both have.
pub(crate) const FORMS: [(&str, Form); 21] = [
    ("JSON", JSON),
    ("query", QUERY),
    ("HmacSHA256 form", SHA256_FORM),
    ("HmacSHA256 query", SHA256_QUERY),
    ("HmacSHA1 form", SHA1_FORM),
    ("HmacSHA1 query", SHA1_QUERY),
    ("multipart", MULTIPART),
    ("octet-stream", OCTETS),
    ("JSON, payload unsigned", JSON.payload_unsigned()),
    ("query, payload unsigned", QUERY.payload_unsigned()),
    ("multipart, payload unsigned", MULTIPART.payload_unsigned()),
    ("octet-stream, payload unsigned", OCTETS.payload_unsigned()),
    ("JSON, unsigned", JSON.unsigned()),
    ("multipart, unsigned", MULTIPART.unsigned()),
    ("octet-stream, unsigned", OCTETS.unsigned()),
    ("JSON, declared", JSON.declared()),
    ("query, declared", QUERY.declared()),
    ("HmacSHA256 form, declared", SHA256_FORM.declared()),
    ("HmacSHA256 query, declared", SHA256_QUERY.declared()),
    ("HmacSHA1 form, declared", SHA1_FORM.declared()),
    ("HmacSHA1 query, declared", SHA1_QUERY.declared()),
];

impl Form {
    const fn payload_unsigned(self) -> Self {
        Self { unsigned_payload: true, ..self }
    }

    const fn unsigned(self) -> Self {
        Self { skip: true, ..self }
    }

    const fn declared(self) -> Self {
        Self { typed: true, ..self }
    }

    pub(crate) fn is_legacy(self) -> bool {
        self.signature != "TC3-HMAC-SHA256"
    }

    /// Whether parameters are pairs of a path and a text.
    pub(crate) fn is_flat(self) -> bool {
        self.is_legacy() || self.method == "GET"
    }
}
