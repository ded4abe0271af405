//! What isn't shown.

use crate::credential::Credential;
use crate::payload::encode;

/// Texts, each with what stands in its place.
#[derive(Clone, Default)]
pub(super) struct Mask {
    hidden: Vec<(String, String)>,
}

impl Mask {
    /// Hides the middle of the secret id, and the token, as they are and percent-encoded.
    pub(super) fn of(credential: Option<&Credential>) -> Self {
        let mut mask = Self::default();
        if let Some(credential) = credential {
            mask.add(credential.secret_id(), &shortened(credential.secret_id()));
            mask.add(credential.token().unwrap_or_default(), "TOKEN");
        }
        mask
    }

    fn add(&mut self, text: &str, shown: &str) {
        let encoded = encode([("", text)]).split_off(1);
        for text in [text.to_owned(), encoded] {
            if !text.is_empty() {
                self.hidden.push((text, shown.to_owned()));
            }
        }
    }

    pub(super) fn hide(&self, text: &str) -> String {
        self.hidden.iter().fold(text.to_owned(), |text, (hidden, shown)| text.replace(hidden, shown))
    }
}

/// Enough to tell one id from another.
pub(crate) fn shortened(secret_id: &str) -> String {
    let letters: Vec<char> = secret_id.chars().collect();
    match letters.len() {
        0..12 => "AKID…".to_owned(),
        len => letters[..6].iter().chain(['…'].iter()).chain(&letters[len - 4..]).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_shortened_and_tokens_hidden_however_they_are_written() {
        let credential = Credential::with_secret_id("AKIDz8krbsJ5yKBZQpn74WF").secret_key("k").with_token("a/b+c=");
        let mask = Mask::of(Some(&credential));
        let text = "Credential=AKIDz8krbsJ5yKBZQpn74WF/2019, a/b+c= a%2Fb%2Bc%3D";
        assert_eq!(mask.hide(text), "Credential=AKIDz8…74WF/2019, TOKEN TOKEN");
        assert_eq!(Mask::default().hide(text), text);
    }

    #[test]
    fn short_ids_are_hidden_whole() {
        let mask = Mask::of(Some(&Credential::with_secret_id("AKIDshort").secret_key("k")));
        assert_eq!(mask.hide("id AKIDshort"), "id AKID…");
    }
}
