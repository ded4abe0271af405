//! A case under callgrind, and what callgrind wrote of it.

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

use crate::folder::Scratch;

/// The first ones fill caches.
const TIMES: usize = 11;
const WARM: usize = 4;

/// What was executed between two [marks](crate::mark), function by function.
#[derive(Debug, Default)]
pub(super) struct Profile {
    /// Instructions of its own.
    own: HashMap<String, u64>,
    called: HashMap<String, u64>,
}

/// Runs a case several times, and tells the run with the fewest instructions: the work is the same each time, but now and then the
/// allocator tidies up.
pub(super) fn run(case: &str) -> Result<Profile, String> {
    let scratch = Scratch::new("callgrind")?;
    let out = scratch.path().join("out");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--zero-before=*mark::begin*", "--dump-before=*mark::end*"])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(std::env::current_exe().map_err(|error| error.to_string())?)
        .args(["--case", case, &TIMES.to_string()])
        .output()
        .map_err(|error| format!("valgrind: {error}"))?;
    if !output.status.success() {
        return Err(format!("`{case}` under valgrind: {}", String::from_utf8_lossy(&output.stderr)));
    }
    let read = |time: usize| Profile::read(&out.with_extension(time.to_string()));
    let profiles = (WARM + 1..=TIMES).map(read).collect::<Result<Vec<_>, _>>()?;
    let least = profiles.into_iter().min_by_key(Profile::instructions);
    least.ok_or_else(|| format!("`{case}` wasn't run"))
}

impl Profile {
    pub(super) fn instructions(&self) -> u64 {
        self.own.values().sum()
    }

    /// Instructions of SHA-256 itself, in the crate sha2.
    pub(super) fn of_sha256(&self) -> u64 {
        sum(&self.own, |name| name.contains("sha2::sha256") && name.contains("compress"))
    }

    pub(super) fn allocations(&self) -> u64 {
        const ALLOCATORS: [&str; 5] = ["malloc", "calloc", "realloc", "posix_memalign", "aligned_alloc"];
        sum(&self.called, |name| ALLOCATORS.contains(&name))
    }

    fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Reader::default().read(&text).ok_or_else(|| format!("{}: not what callgrind writes", path.display()))
    }
}

fn sum(of: &HashMap<String, u64>, which: impl Fn(&str) -> bool) -> u64 {
    of.iter().filter(|(name, _)| which(name)).map(|(_, count)| count).sum()
}

/// Reads the format that valgrind's manual describes as "Callgrind Format Specification".
#[derive(Default)]
struct Reader {
    profile: Profile,
    /// Names are written out once.
    names: HashMap<String, String>,
    function: String,
    callee: String,
    /// The next line is the cost of a call, which the callee has already.
    is_call: bool,
}

impl Reader {
    fn read(mut self, text: &str) -> Option<Profile> {
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("fn=") {
                self.function = self.name(name)?;
            } else if let Some(name) = line.strip_prefix("cfn=") {
                self.callee = self.name(name)?;
            } else if let Some(call) = line.strip_prefix("calls=") {
                let count: u64 = call.split(' ').next()?.parse().ok()?;
                *self.profile.called.entry(self.callee.clone()).or_default() += count;
                self.is_call = true;
            } else if line.starts_with(|first: char| "+-*".contains(first) || first.is_ascii_digit()) {
                self.cost(line)?;
            }
        }
        Some(self.profile)
    }

    fn cost(&mut self, line: &str) -> Option<()> {
        if !std::mem::take(&mut self.is_call) {
            let cost: u64 = line.split(' ').nth(1)?.parse().ok()?;
            *self.profile.own.entry(self.function.clone()).or_default() += cost;
        }
        Some(())
    }

    /// `(number) name` the first time, `(number)` from then on.
    fn name(&mut self, text: &str) -> Option<String> {
        match text.split_once(") ") {
            Some((number, name)) => {
                self.names.insert(number.to_owned(), name.to_owned());
                Some(name.to_owned())
            }
            None => self.names.get(text.strip_suffix(')')?).cloned(),
        }
    }
}
