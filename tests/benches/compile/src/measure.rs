//! Runs cargo, and takes its time.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::project::SHARED;
use crate::report::{Row, Unit};

/// What is asked of cargo, by its name in the report.
const MODES: [(&str, &[&str]); 3] =
    [("check", &["check"]), ("debug", &["build"]), ("release", &["build", "--release"])];

/// The four programs, in the order of a row's figures.
const PROGRAMS: [&str; 4] = ["ours_all", "ours_none", "plain_all", "plain_none"];

/// Times the last step of each build, in which the dependencies are there.
pub(crate) fn rows(directory: &Path, runs: usize) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut rows = Vec::new();
    for (mode, words) in MODES {
        let costs = in_turns(directory, words, PROGRAMS, runs)?;
        rows.push(Row::new(format!("{mode}, wall"), Unit::Seconds, medians(&costs, |cost| cost.wall)));
        rows.push(Row::new(format!("{mode}, user"), Unit::Seconds, medians(&costs, |cost| cost.user)));
    }
    let size = |program| fs::metadata(directory.join(SHARED).join("release").join(program)).map(|file| file.len());
    let [Ok(a), Ok(b), Ok(c), Ok(d)] = PROGRAMS.map(size) else { return Err("a program is missing".into()) };
    #[expect(clippy::cast_precision_loss, reason = "programs are smaller than 2^52 bytes")]
    rows.push(Row::new("release, stripped".to_owned(), Unit::Bytes, [a, b, c, d].map(|len| len as f64)));
    Ok(rows)
}

/// Builds programs one after the other, and then again, so that a machine which gets slower does so for all.
pub(crate) fn in_turns<const N: usize>(
    directory: &Path,
    words: &[&str],
    programs: [&str; N],
    runs: usize,
) -> Result<[Vec<Cost>; N], Box<dyn Error>> {
    eprintln!("{} in {}", words.join(" "), directory.display());
    cargo(directory, words)?;
    let mut costs = [const { Vec::new() }; N];
    for _ in 0..runs {
        for (program, costs) in programs.into_iter().zip(&mut costs) {
            touch(&directory.join(program))?;
            costs.push(cargo(directory, &[words, &["-p", program]].concat())?);
        }
    }
    Ok(costs)
}

/// Of each program, in seconds.
pub(crate) fn medians<const N: usize>(costs: &[Vec<Cost>; N], of: fn(&Cost) -> Duration) -> [f64; N] {
    costs.each_ref().map(|costs| {
        let mut figures: Vec<Duration> = costs.iter().map(of).collect();
        figures.sort_unstable();
        figures[figures.len() / 2].as_secs_f64()
    })
}

/// What a build took.
pub(crate) struct Cost {
    pub(crate) wall: Duration,
    /// The processor's time; zero where the system doesn't tell.
    pub(crate) user: Duration,
}

pub(crate) fn cargo(directory: &Path, words: &[&str]) -> Result<Cost, Box<dyn Error>> {
    let (start, before) = (Instant::now(), user());
    let mut command = Command::new("cargo");
    command.args(words).arg("--quiet").current_dir(directory).env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS");
    if !command.status()?.success() {
        return Err(format!("cargo {} fails in {}", words.join(" "), directory.display()).into());
    }
    Ok(Cost { wall: start.elapsed(), user: user().saturating_sub(before) })
}

/// Cargo goes by the time of the last change.
fn touch(package: &Path) -> Result<(), Box<dyn Error>> {
    let file = package.join("src/main.rs");
    Ok(fs::write(&file, fs::read(&file)?)?)
}

/// The time of all processes that were waited for: the 16th word that Linux has on us, in hundredths of a second.
fn user() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Our name, the second word, may have spaces.
    let after = stat.rsplit_once(')').map_or("", |(_, after)| after);
    let ticks = after.split_whitespace().nth(13).and_then(|word| word.parse().ok()).unwrap_or(0);
    Duration::from_millis(ticks * 10)
}
