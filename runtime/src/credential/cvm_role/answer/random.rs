use super::*;
use crate::credential::json::random::no_error_shows_a_secret;

#[test]
fn no_error_of_an_answer_shows_a_secret() {
    const NAMES: &[&str] = &["TmpSecretId", "TmpSecretKey", "Token", "ExpiredTime", "Code", "Expiration"];
    no_error_shows_a_secret(NAMES, credential);
}
