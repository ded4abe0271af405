//! What is shown on the way: a bar on a terminal, plain lines off it, both on standard error.

use std::io::{Write, stderr};

use indicatif::{ProgressBar, ProgressStyle};
use tencent_action::WaitProgress;
use tencent_action_examples::api::TaskDetail;
use tencent_action_examples::say;
use tencent_action_examples::watch_task::{Event, progress};

pub(crate) struct Display {
    bar: ProgressBar,
}

impl Display {
    pub(crate) fn new() -> Self {
        let style = ProgressStyle::with_template("{wide_bar} {pos:>3} %  {prefix}");
        let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
        Self { bar: ProgressBar::new(100).with_style(style) }
    }

    pub(crate) fn tell(&self, event: &Event<'_>) {
        match event {
            Event::Look(look) => self.look(look),
            Event::Aborts(request_id) => self.line(&format!("aborts it (request id {request_id})")),
            Event::TooLate(None) => self.line("too late to abort it: it has begun. Ctrl-C again leaves it alone"),
            Event::TooLate(Some(error)) => {
                self.line(&format!("too late to abort it: {error}. Ctrl-C again leaves it alone"));
            }
            Event::Refused(error) => self.line(&format!("it isn't aborted: {error}. Ctrl-C again leaves it alone")),
            Event::Unsure(error) => self.line(&format!("whether it is aborted will show: {error}")),
        }
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    fn look(&self, look: &WaitProgress<'_, TaskDetail>) {
        let percent = look.latest.map_or(0, |detail| progress(detail));
        if self.bar.is_hidden() {
            return self.line(&format!("{percent:>3} %  {look}"));
        }
        match look.latest {
            Ok(_) => {
                self.bar.set_prefix(look.seen.to_owned());
                self.bar.set_position(percent);
            }
            Err(error) => self.line(&error.to_string()),
        }
    }

    /// A line above the bar.
    fn line(&self, text: &str) {
        if self.bar.is_hidden() {
            // That nobody reads it is no reason to leave the task alone.
            writeln!(stderr(), "{text}").ok();
        } else {
            self.bar.println(text);
        }
    }
}

/// What came of a task.
pub(crate) fn outputs(detail: &TaskDetail) {
    let parts = detail.procedure_task.iter().flat_map(|task| &task.media_process_result_set);
    for part in parts.filter_map(|part| part.transcode_task.as_ref()) {
        let template = part.input.as_ref().map_or(0, |input| input.definition);
        let url = part.output.as_ref().and_then(|output| output.url.as_deref()).unwrap_or("no URL");
        say!("  template {template}: {url}");
    }
}
