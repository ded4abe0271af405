use super::*;
use crate::credential::json::random::no_error_shows_a_secret;

#[test]
fn no_error_of_a_file_shows_a_secret() {
    const NAMES: &[&str] =
        &["secretId", "secretKey", "token", "type", "expiresAt", "role-arn", "role-session-name", "oauth", "secretId"];
    no_error_shows_a_secret(NAMES, |text| json::parse::<Entry>(text)?.judge("default", &SystemClock));
}
