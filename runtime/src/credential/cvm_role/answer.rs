//! What the metadata service says, made sense of.

use serde::Deserialize;

use crate::credential::Credential;
use crate::credential::json::{self, Secret};
use crate::credential::moment::Moment;

/// A role's credential, as the service writes it.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Issued {
    code: Option<String>,
    tmp_secret_id: Option<String>,
    tmp_secret_key: Option<Secret>,
    token: Option<Secret>,
    expired_time: Option<Moment>,
}

/// The credential in a JSON text.
///
/// # Errors
///
/// What is wrong with the text, to be read after its name. Nothing of it is shown that may be secret.
pub(super) fn credential(text: &str) -> Result<Credential, String> {
    if !text.is_empty() && !text.starts_with('{') {
        return Err("isn't a JSON object".to_owned());
    }
    let issued: Issued = json::parse(text)?;
    match issued.code.as_deref() {
        None | Some("Success") => {}
        Some(code) if is_name(code) => return Err(format!("has the `Code` {code}, not Success")),
        Some(_) => return Err("has a `Code` other than Success".to_owned()),
    }
    let lacks = |name: &str| format!("has no `{name}`");
    let secret_id = issued.tmp_secret_id.filter(|id| !id.is_empty()).ok_or_else(|| lacks("TmpSecretId"))?;
    let secret_key = Secret::of(issued.tmp_secret_key.as_ref()).ok_or_else(|| lacks("TmpSecretKey"))?;
    let token = Secret::of(issued.token.as_ref()).ok_or_else(|| lacks("Token"))?;
    let expiry = issued.expired_time.ok_or_else(|| lacks("ExpiredTime"))?;
    Ok(Credential::with_secret_id(secret_id).secret_key(secret_key).with_token(token).with_expiry(expiry.0))
}

/// Whether it may be the name of a role, or a code: it ends up in a path, or in a message.
pub(super) fn is_name(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"+=,.@_-".contains(&byte);
    (1..=128).contains(&text.len()) && text.bytes().all(fits) && !text.bytes().all(|byte| byte == b'.')
}

#[cfg(test)]
mod random;
#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"{"TmpSecretId":"AKID1","TmpSecretKey":"key-7","ExpiredTime":1615590047,
        "Expiration":"2021-03-12T23:00:47Z","Token":"token-7","Code":"Success"}"#;

    #[test]
    fn the_published_form_is_read() {
        let credential = credential(GOOD).unwrap();
        assert_eq!(
            (credential.secret_id(), credential.secret_key(), credential.token()),
            ("AKID1", "key-7", Some("token-7"))
        );
        assert_eq!(Moment(credential.expires_at().unwrap()).to_string(), "2021-03-12T23:00:47Z");
    }

    #[test]
    fn each_fault_is_named_and_no_secret_shown() {
        for (text, expected) in [
            (String::new(), "is empty"),
            ("key-7".to_owned(), "isn't a JSON object"),
            (r#"["key-7"]"#.to_owned(), "isn't a JSON object"),
            (GOOD[..40].to_owned(), "isn't JSON (line 1, column 40)"),
            (GOOD.replace("Success", "NoSuchRole"), "has the `Code` NoSuchRole, not Success"),
            (GOOD.replace("Success", "<key-7>"), "has a `Code` other than Success"),
            (GOOD.replace("TmpSecretId", "X"), "has no `TmpSecretId`"),
            (GOOD.replace("\"key-7\"", "\"\""), "has no `TmpSecretKey`"),
            (GOOD.replace("\"Token\"", "\"X\""), "has no `Token`"),
            (GOOD.replace("1615590047", "null"), "has no `ExpiredTime`"),
            (GOOD.replace("1615590047", "\"key-7\""), "has a member of the wrong type, or twice (line 1, column"),
            (GOOD.replace("\"key-7\"", "7"), "has a member of the wrong type, or twice (line 1, column"),
        ] {
            let message = credential(&text).map(|_| ()).unwrap_err();
            assert!(message.starts_with(expected), "{message}");
            assert!(!message.contains("-7"), "{message}");
        }
    }

    #[test]
    fn names_are_told_from_anything_else() {
        for name in ["uploader", "a.b", "CVM_role-1@x"] {
            assert!(is_name(name), "{name}");
        }
        for text in ["", "..", ".", "a/b", "a b", "<html>", "a\nb", "a?b", "é", &"a".repeat(129)] {
            assert!(!is_name(text), "{text}");
        }
    }
}
