//! What is shown on the way: a bar on a terminal, plain lines off it, both on standard error.

use std::io::{Write, stderr};

use indicatif::{ProgressBar, ProgressStyle};
use tencent_action_examples::abort_waiting::Event;

/// Off a terminal, a line each so many tasks.
const STEP: u64 = 100;

pub(crate) struct Display {
    bar: ProgressBar,
    listed: u64,
    all: u64,
    ended: u64,
}

impl Display {
    pub(crate) fn new() -> Self {
        Self { bar: ProgressBar::no_length().with_style(style("{spinner} {msg}")), listed: 0, all: 0, ended: 0 }
    }

    pub(crate) fn tell(&mut self, event: &Event<'_>) {
        match event {
            Event::Looking(count) => {
                self.line(&format!("{count} tasks were left open by an earlier run: looking at them"));
            }
            Event::Listed(_) => self.listed(),
            Event::Begins(count) => self.begins(u64::try_from(*count).unwrap_or(u64::MAX)),
            Event::Ended(id, fate) => {
                if fate.is_failure() {
                    self.line(&format!("failed: {id}: {fate}"));
                }
                self.ended();
            }
            Event::Stops => self.line("stopping: what has begun is finished; Ctrl-C again leaves at once"),
        }
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    fn listed(&mut self) {
        self.listed += 1;
        self.bar.set_message(format!("{} tasks wait", self.listed));
        self.bar.tick();
    }

    fn begins(&mut self, all: u64) {
        self.all = all;
        self.bar.set_style(style("{wide_bar} {pos} of {len}, {eta} left"));
        self.bar.set_length(all);
        self.line(&format!("{all} tasks are to be aborted"));
    }

    fn ended(&mut self) {
        self.ended += 1;
        self.bar.set_position(self.ended);
        if self.bar.is_hidden() && self.ended.is_multiple_of(STEP) {
            self.line(&format!("{} of {}", self.ended, self.all));
        }
    }

    /// A line above the bar.
    fn line(&self, text: &str) {
        if self.bar.is_hidden() {
            // That nobody reads it is no reason to stop in the middle.
            writeln!(stderr(), "{text}").ok();
        } else {
            self.bar.println(text);
        }
    }
}

/// The bar takes what the numbers leave of the terminal's width.
fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
