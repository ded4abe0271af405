//! What Redis did, as its `MONITOR` tells.

use std::collections::HashMap;

/// Times are microseconds.
#[derive(Default)]
pub(super) struct Seen {
    /// When it let a request go.
    pub(super) granted: Vec<u64>,
    /// When each ticket was asked about.
    asked: HashMap<String, Vec<u64>>,
}

impl Seen {
    /// Reads lines such as `+1764031537.123456 [0 lua] "ZADD" "…:went" "1764031537123456" "…"`, and
    /// `+1764031537.123456 [0 127.0.0.1:50000] "EVALSHA" … "ask" "TICKET" "20" "…" "…"`.
    pub(super) fn of(lines: &[String]) -> Self {
        let mut seen = Self::default();
        for line in lines {
            let words: Vec<&str> = line.trim_end_matches('"').split("\" \"").collect();
            let command = words[0];
            if command.ends_with("lua] \"ZADD") && words[1].ends_with(":went") {
                seen.granted.push(words[2].parse().unwrap());
            } else if command.contains("] \"EVAL") && words[words.len() - 5] == "ask" {
                let time: f64 = line[1..].split(' ').next().unwrap().parse().unwrap();
                let times = seen.asked.entry(words[words.len() - 4].to_owned()).or_default();
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a time is a small number"
                )]
                times.push((time * 1e6) as u64);
            }
        }
        seen
    }

    /// Three at most, then four a second, and one more where the script wasn't known.
    #[track_caller]
    pub(super) fn few_round_trips(&self) {
        assert!(self.asked.len() > 20);
        for (ticket, times) in &self.asked {
            let second = (times[times.len() - 1] - times[0]) / 1_000_000;
            assert!(times.len() as u64 <= 4 + 4 * (second + 1), "{ticket}: {times:?}");
        }
        let asked: usize = self.asked.values().map(Vec::len).sum();
        assert!(asked <= 3 * self.asked.len(), "{asked} questions of {}", self.asked.len());
    }
}
