//! Every vector in `tests/vectors`, stage by stage.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::*;
use crate::credential::Credential;

#[derive(Deserialize)]
struct Case {
    method: String,
    query: String,
    headers: Vec<(String, String)>,
    unsigned_payload: bool,
    service: String,
    timestamp: i64,
    secret_id: String,
    secret_key: String,
}

fn vectors() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors");
    let entries = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.is_dir()).collect()
}

#[test]
fn all_vectors_are_here() {
    let mut names: Vec<_> =
        vectors().iter().map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect();
    names.sort();
    assert_eq!(names, ["A", "B", "C", "D", "E", "F", "S1", "S1c", "S1d", "S1x", "S2", "S3"]);
}

#[test]
fn every_stage_of_every_vector() {
    for folder in vectors() {
        check(&folder);
    }
}

fn check(folder: &Path) {
    let case: Case = serde_json::from_slice(&fs::read(folder.join("case.json")).unwrap()).unwrap();
    let payload = fs::read(folder.join("payload")).unwrap();
    let compare = |stage: &str, actual: &str| {
        let expected = fs::read_to_string(folder.join(stage)).unwrap();
        assert_eq!(actual, expected, "{} {stage}", folder.display());
    };

    let hash = if case.unsigned_payload { PayloadHash::unsigned() } else { PayloadHash::of(&payload) };
    compare("1-payload-hash", &hash.to_string());

    let method = case.method.parse().unwrap();
    // Backwards, since sorting is ours to do.
    let headers = case.headers.iter().rev().map(|(name, value)| (name.as_str(), value.as_str()));
    let canonical = CanonicalRequest::new(&method, &case.query, headers, hash);
    compare("2-canonical-request", &canonical.to_string());

    let timestamp = Timestamp::from_second(case.timestamp).unwrap();
    let string_to_sign = StringToSign::new(timestamp, &case.service, &canonical);
    compare("3-string-to-sign", &string_to_sign.to_string());

    let credential = Credential::with_secret_id(case.secret_id).secret_key(case.secret_key);
    let keys = key::chain(&credential, timestamp, &case.service);
    compare("4-keys", &keys.map(|key| hex::Hex::of(&key).to_string()).join("\n"));

    let key = SigningKey::derive(&credential, timestamp, &case.service);
    compare("5-authorization", &key.authorize(&credential, &canonical, &string_to_sign).to_string());
}
