//! A case under DHAT, which adds up what is allocated.

use std::process::Command;

/// The bytes of a whole run.
pub(super) fn bytes(case: &str, times: usize) -> Result<u64, String> {
    let output = Command::new("valgrind")
        .args(["--tool=dhat", "--dhat-out-file=/dev/null"])
        .arg(std::env::current_exe().map_err(|error| error.to_string())?)
        .args(["--case", case, &times.to_string()])
        .output()
        .map_err(|error| format!("valgrind: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    total(&said).filter(|_| output.status.success()).ok_or_else(|| format!("`{case}` under valgrind: {said}"))
}

/// `==1== Total:     1,234 bytes in 56 blocks`
fn total(said: &str) -> Option<u64> {
    let (_, total) = said.lines().find_map(|line| line.split_once("Total:"))?;
    let (bytes, _) = total.split_once(" bytes")?;
    bytes.trim().replace(',', "").parse().ok()
}
