//! What a run was made on.

use std::process::Command;

/// One line: processor, how many, what of it matters here, compiler.
pub(crate) fn describe() -> String {
    let cpuinfo = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let of = |name: &str| cpuinfo.lines().find(|line| line.starts_with(name)).and_then(|line| line.split_once(": "));
    let model = of("model name").map_or("a processor that doesn't say its name", |(_, model)| model);
    let has_sha = of("flags").is_some_and(|(_, flags)| flags.split(' ').any(|flag| flag == "sha_ni"));
    let sha = if has_sha { "with" } else { "without" };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let rustc = Command::new("rustc").arg("--version").output().map(|output| output.stdout).unwrap_or_default();
    let rustc = String::from_utf8_lossy(&rustc);
    format!("{model}, {cores} cores, {sha} SHA instructions; {}", rustc.trim())
}
