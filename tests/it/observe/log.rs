//! A subscriber that keeps everything: each span with its fields, and each event with the spans around it.

use std::fmt::{self, Write as _};
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::DefaultGuard;
use tracing::{Event, Level, Metadata, Subscriber};

use crate::credentials_local::Deaf;

/// What was logged in this thread.
#[derive(Debug, Clone, Default)]
pub(super) struct Log(Arc<Mutex<Kept>>);

#[derive(Debug, Default)]
struct Kept {
    spans: Vec<Span>,
    /// Those that are entered, the outermost first.
    entered: Vec<usize>,
    events: Vec<(Level, String)>,
}

#[derive(Debug)]
struct Span {
    metadata: &'static Metadata<'static>,
    parent: Option<usize>,
    fields: Vec<(&'static str, String)>,
    /// How many handles there are; without any, it is closed.
    handles: usize,
}

impl Log {
    /// Keeps what is logged until the guard goes.
    pub(super) fn listen() -> (Self, DefaultGuard) {
        // See `Events::listen`.
        drop(tracing::subscriber::set_global_default(Deaf));
        let log = Self::default();
        (log.clone(), tracing::subscriber::set_default(log))
    }

    /// The events of the crate itself: level, the spans that they are in, message and fields.
    pub(super) fn events(&self) -> Vec<String> {
        self.0.lock().unwrap().events.iter().map(|(level, text)| format!("{level} {text}")).collect()
    }

    /// Of each span, its parent's name, its own, and its fields as they are at last.
    pub(super) fn spans(&self) -> Vec<String> {
        let kept = self.0.lock().unwrap();
        let show = |span: &Span| {
            let parent = span.parent.map_or("-", |parent| kept.spans[parent].metadata.name());
            let fields: String =
                span.fields.iter().fold(String::new(), |all, (name, value)| all + &format!(" {name}={value}"));
            format!("{} {parent} > {}{fields}", span.metadata.level(), span.metadata.name())
        };
        kept.spans.iter().map(show).collect()
    }

    /// How many spans are entered, and how many are still open.
    pub(super) fn left_over(&self) -> (usize, usize) {
        let kept = self.0.lock().unwrap();
        (kept.entered.len(), kept.spans.iter().filter(|span| span.handles > 0).count())
    }

    pub(super) fn all(&self) -> String {
        format!("{:?} {:?}", self.spans(), self.events())
    }
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("tencent_action")
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let mut kept = self.0.lock().unwrap();
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        let parent = kept.entered.last().copied();
        kept.spans.push(Span { metadata: attributes.metadata(), parent, fields: fields.0, handles: 1 });
        Id::from_u64(kept.spans.len() as u64)
    }

    fn record(&self, id: &Id, values: &Record<'_>) {
        let mut fields = Fields::default();
        values.record(&mut fields);
        self.0.lock().unwrap().spans[index(id)].fields.extend(fields.0);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::default();
        event.record(&mut fields);
        let mut kept = self.0.lock().unwrap();
        let mut text: String =
            kept.entered.iter().map(|span| kept.spans[*span].metadata.name()).collect::<Vec<_>>().join(":");
        for (name, value) in fields.0 {
            match name {
                "message" => write!(text, " {value}").unwrap(),
                _ => write!(text, " {name}={value}").unwrap(),
            }
        }
        kept.events.push((*event.metadata().level(), text));
    }

    fn enter(&self, id: &Id) {
        let mut kept = self.0.lock().unwrap();
        assert!(kept.spans[index(id)].handles > 0);
        kept.entered.push(index(id));
    }

    fn exit(&self, id: &Id) {
        let left = self.0.lock().unwrap().entered.pop();
        assert_eq!(left, Some(index(id)), "the last one entered is the first one left");
    }

    fn clone_span(&self, id: &Id) -> Id {
        self.0.lock().unwrap().spans[index(id)].handles += 1;
        id.clone()
    }

    fn try_close(&self, id: Id) -> bool {
        let span = &mut self.0.lock().unwrap().spans[index(&id)];
        span.handles -= 1;
        span.handles == 0
    }
}

fn index(id: &Id) -> usize {
    usize::try_from(id.into_u64()).unwrap() - 1
}

#[derive(Default)]
struct Fields(Vec<(&'static str, String)>);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.push((field.name(), format!("{value:?}")));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.push((field.name(), value.to_owned()));
    }
}
