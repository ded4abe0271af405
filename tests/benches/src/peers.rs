//! Other clients of the API, which are programs of their own: `peers/`.

use std::process::Command;

use serde::Deserialize;

use crate::folder;
use crate::folder::Scratch;
use crate::package::{dependencies, succeed};
use crate::rounds::median;
use crate::server::Server;
use crate::start::Site;
use crate::table::{Cell, Table};

/// Where the server over HTTPS listens: the crate `tencentcloud` has its hosts as constants.
const PORT: u16 = 44_117;

#[derive(Deserialize)]
struct Told {
    name: String,
    /// The microseconds of a call.
    rounds: Vec<f64>,
}

pub(crate) fn compared() -> Result<Table, String> {
    let plain = Server::start()?;
    let mut told = rust(&plain.url)?;
    told.extend(python(&plain.url)?);

    let head = ["client", "CPU, µs a call", "to ours"];
    let mut table = Table::new("peers", "The same call by other clients, over loopback", &head);
    let ours = |name: &str| usize::from(name.ends_with("HTTPS"));
    for peer in &told {
        let beside = &told[ours(&peer.name)].rounds;
        let ratios = peer.rounds.iter().zip(beside).map(|(theirs, ours)| theirs / ours).collect();
        let row =
            vec![Cell::text_of(&peer.name), Cell::Number(median(peer.rounds.clone()), 1), Cell::ratio(median(ratios))];
        table.rows.push(row);
    }
    Ok(table)
}

/// Sixteen at a time. Ours are the first two.
fn rust(plain: &str) -> Result<Vec<Told>, String> {
    let (site, scratch) = (Site::start(PORT)?, Scratch::new("peers")?);
    let (der, pem) = (scratch.path().join("root.der"), scratch.path().join("root.pem"));
    std::fs::write(&der, site.root()).map_err(|error| error.to_string())?;
    std::fs::write(&pem, site.root_pem()).map_err(|error| error.to_string())?;
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--release", "--locked", "--manifest-path"]).arg(manifest());
    // What reads the platform's certificates reads those of this file.
    cargo.arg("--").args([plain, site.url()]).arg(der).env("SSL_CERT_FILE", pem);
    let output = succeed(cargo)?;
    serde_json::from_slice(&output.stdout).map_err(|error| format!("what the peers told: {error}"))
}

/// One at a time: more would take turns anyway.
fn python(plain: &str) -> Result<Option<Told>, String> {
    let python = folder::root().join("target/sdk-python/bin/python");
    if !python.exists() {
        eprintln!("without the official SDK, which `tests/sdk/prepare` installs");
        return Ok(None);
    }
    let mut command = Command::new(python);
    command.arg(folder::root().join("tests/benches/peers/official.py")).arg(plain.trim_start_matches("http://"));
    let output = succeed(command)?;
    serde_json::from_slice(&output.stdout).map(Some).map_err(|error| format!("what the official SDK told: {error}"))
}

/// How many packages a user compiles for each.
pub(crate) fn packages() -> Result<Table, String> {
    let mut table =
        Table::new("packages", "What is compiled on Linux", &["crate", "packages", "twice", "versions of syn"]);
    let peers = ["tencentcloud", "tencentcloud-sdk", "tencent-sdk"].map(|peer| (peer, manifest()));
    let ours = ("tencent-action", folder::root().join("Cargo.toml"));
    for (package, manifest) in std::iter::once(ours).chain(peers) {
        let packages = dependencies(&manifest, package)?;
        let twice = packages.values().filter(|versions| versions.len() > 1).count();
        let syn = packages.get("syn").map_or(0, std::collections::BTreeSet::len);
        let all: usize = packages.values().map(std::collections::BTreeSet::len).sum();
        let counts = [all, twice, syn].map(|count| Cell::count(count as u64));
        table.rows.push(std::iter::once(Cell::text_of(package)).chain(counts).collect());
    }
    Ok(table)
}

fn manifest() -> std::path::PathBuf {
    folder::root().join("tests/benches/peers/Cargo.toml")
}
