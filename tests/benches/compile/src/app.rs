//! An application that calls one action, built from nothing.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use crate::arguments::Arguments;
use crate::measure::{Cost, cargo, medians};
use crate::project::{PROFILES, lock, manifest};
use crate::report::{Row, Unit};

const TOKIO: &str = "tokio = { version = \"1\", features = [\"macros\", \"rt\"] }\n";

/// What the same takes without us, over the same TLS.
const BARE: &str = "\
reqwest = { version = \"0.13\", default-features = false, features = [\"rustls-no-provider\"] }
rustls = { version = \"0.23\", default-features = false, features = [\"ring\", \"std\", \"tls12\"] }
serde = { version = \"1\", features = [\"derive\"] }
serde_json = \"1\"
";

/// Builds both, in turns.
pub(crate) fn measure(arguments: &Arguments) -> Result<Vec<Row>, Box<dyn Error>> {
    let directory = arguments.work.join("app");
    let ours = format!("tencent-action = {{ path = '{}' }}\n{TOKIO}", arguments.root.join("runtime").display());
    let ours = write(&directory.join("ours"), arguments, &ours, include_str!("app/ours.rs"))?;
    let bare = write(&directory.join("bare"), arguments, &format!("{BARE}{TOKIO}"), include_str!("app/bare.rs"))?;
    let mut rows = Vec::new();
    for (mode, words) in [("debug", &["build"] as &[_]), ("release", &["build", "--release"])] {
        let mut costs: [Vec<Cost>; 2] = Default::default();
        for _ in 0..arguments.runs {
            for (application, costs) in [&ours, &bare].into_iter().zip(&mut costs) {
                eprintln!("{mode} in {}", application.display());
                cargo(application, &["clean"])?;
                costs.push(cargo(application, words)?);
            }
        }
        let [ours, bare] = medians(&costs, |cost| cost.wall);
        rows.push(Row::new(format!("{mode}, wall"), Unit::Seconds, [ours, 0.0, bare, 0.0]));
        let [ours, bare] = medians(&costs, |cost| cost.user);
        rows.push(Row::new(format!("{mode}, user"), Unit::Seconds, [ours, 0.0, bare, 0.0]));
    }
    let [ours, bare] = [size(&ours)?, size(&bare)?];
    rows.push(Row::new("release, stripped".to_owned(), Unit::Bytes, [ours, 0.0, bare, 0.0]));
    Ok(rows)
}

fn write(directory: &Path, arguments: &Arguments, dependencies: &str, main: &str) -> Result<PathBuf, Box<dyn Error>> {
    fs::create_dir_all(directory.join("src"))?;
    let manifest = format!("[workspace]\n\n{}{PROFILES}", manifest("app", dependencies));
    fs::write(directory.join("Cargo.toml"), manifest)?;
    fs::write(directory.join("src/main.rs"), main)?;
    lock(directory, &arguments.root)?;
    cargo(directory, &["fetch"])?;
    Ok(directory.to_owned())
}

#[expect(clippy::cast_precision_loss, reason = "programs are smaller than 2^52 bytes")]
fn size(application: &Path) -> Result<f64, Box<dyn Error>> {
    Ok(fs::metadata(application.join("target/release/app"))?.len() as f64)
}
