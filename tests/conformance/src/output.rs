//! The text of an example's answer, and what is made of it.

use std::collections::BTreeSet;

use serde::de::IgnoredAny;
use serde_json::{Map, Value};
use tencent_action::Error;
use tencent_action::spec::{ActionSpec, ServiceSpec};

use crate::entry::Entry;
use crate::report::{Case, Tally};
use crate::same::{Leeway, difference};
use crate::schema::{Deviation, Examination, Form};
use crate::world::World;

/// An answer of an example.
pub(crate) struct Output<'a> {
    pub(crate) world: &'a World,
    pub(crate) spec: &'a ServiceSpec,
    pub(crate) entry: &'a Entry,
    pub(crate) action: &'a ActionSpec,
    /// Which example it is.
    pub(crate) at: usize,
    pub(crate) text: &'a str,
}

impl Output<'_> {
    /// Has it decoded, and counts what came of it.
    pub(crate) fn count_in(&self, tally: &mut Tally) {
        let parsed = match serde_json::from_str::<Value>(self.text) {
            Ok(parsed) => parsed,
            Err(error) => {
                let Some(events) = events(self.text) else {
                    return tally.ill_formed(self.case("an answer that isn't JSON", error.to_string()));
                };
                if let Some(damaged) = events.lines().position(|line| !is_event_line(line)) {
                    return tally.ill_formed(self.case("an event that isn't JSON", format!("line {}", damaged + 1)));
                }
                return match error_in(events) {
                    Some(error) => tally.count(self.broken_off(events, &error), ["an error in a stream".to_owned()]),
                    None => tally.count(self.streamed(events), ["a stream of events".to_owned()]),
                };
            }
        };
        let Some(response) = parsed.get("Response").and_then(Value::as_object) else {
            if self.entry.streams && parsed.is_object() {
                let outcome = self.streamed(&format!("data: {parsed}"));
                return tally.count(outcome, ["what an event holds, and no event".to_owned()]);
            }
            return tally.count(Err(self.case("an answer without `Response`", String::new()).deviating()), []);
        };
        if let Some(error) = error_of(response) {
            return tally.count(self.refused(error), ["an error".to_owned()]);
        }
        let mut examination = Examination::new(self.spec, Form::Reply);
        let expected = examination.object(&self.action.output, response, "");
        let found: BTreeSet<Deviation> = examination.deviations.iter().map(|(found, _)| *found).collect();
        tally.count(self.answered(expected, &found), found.iter().map(ToString::to_string));
    }

    fn stream(&self, events: &str) -> Result<usize, Error> {
        self.world.answer(format!("{events}\n\n"), "text/event-stream");
        (self.entry.stream)(self.world)
    }

    fn streamed(&self, events: &str) -> Result<(), Case> {
        let fault = match self.stream(events) {
            Ok(0) => "no chunk".to_owned(),
            Ok(_) => return Ok(()),
            Err(error) => error.to_string(),
        };
        Err(self.case("the stream isn't read", fault))
    }

    fn broken_off(&self, events: &str, error: &Map<String, Value>) -> Result<(), Case> {
        self.told(error, self.stream(events).err())
    }

    fn refused(&self, error: &Map<String, Value>) -> Result<(), Case> {
        self.told(error, self.read().err())
    }

    fn told(&self, error: &Map<String, Value>, told: Option<Error>) -> Result<(), Case> {
        let Some(told) = told else {
            return Err(self.case("an error passes for a success", String::new()));
        };
        let said = |name: &str| error.get(name).and_then(Value::as_str).unwrap_or_default();
        match told.api() {
            Some(api) if api.code() == said("Code") && api.message() == said("Message") => Ok(()),
            _ => Err(self.case("an error isn't told", told.to_string())),
        }
    }

    fn answered(&self, mut expected: Value, found: &BTreeSet<Deviation>) -> Result<(), Case> {
        let decoded = match self.read() {
            Ok(decoded) => serde_json::from_slice(&decoded).unwrap_or_default(),
            Err(error) => return Err(self.named("it doesn't decode", found, error.to_string())),
        };
        if let Value::Object(members) = &mut expected {
            members.remove("RequestId");
        }
        match difference(&expected, &decoded, Leeway::Received) {
            None => Ok(()),
            Some(path) => Err(self.named("something of it is lost", found, path)),
        }
    }

    /// Whoever finds that it doesn't fit is right, if it isn't what the metadata has.
    fn named(&self, cause: &str, found: &BTreeSet<Deviation>, detail: String) -> Case {
        match found.iter().rev().find(|found| matches!(found, Deviation::Type | Deviation::NullItem)) {
            Some(deviation) => self.case(format!("{cause}: {deviation}"), detail).deviating(),
            None => self.case(cause, detail),
        }
    }

    fn read(&self) -> Result<Vec<u8>, Error> {
        self.world.answer(self.text.to_owned(), "application/json");
        (self.entry.read)(self.world)
    }

    fn case(&self, cause: impl Into<String>, detail: impl Into<String>) -> Case {
        Case::new(self.entry.action, self.at, cause, detail)
    }
}

/// The events in a text; a few have headers or a remark before them.
fn events(text: &str) -> Option<&str> {
    let mut end = 0;
    let mut starts = text.split_inclusive('\n').map(|line| {
        let start = end;
        end += line.len();
        (start, line)
    });
    let is_event = |line: &str| ["data:", "event:", "id:"].iter().any(|field| line.starts_with(field));
    starts.find(|(_, line)| is_event(line)).map(|(start, _)| &text[start..])
}

/// Whether it isn't data, or is data that can be read: JSON, or the word at the end.
fn is_event_line(line: &str) -> bool {
    let Some(data) = line.strip_prefix("data:").map(str::trim) else { return true };
    data == "[DONE]" || serde_json::from_str::<IgnoredAny>(data).is_ok()
}

/// An error. A few declare a member of this name, which is one all the same if it has a code.
fn error_of(response: &Map<String, Value>) -> Option<&Map<String, Value>> {
    let error = response.get("Error").and_then(Value::as_object)?;
    error.get("Code").and_then(Value::as_str).filter(|code| !code.is_empty()).map(|_| error)
}

/// The error with which a stream ends, if one of its events has it.
fn error_in(events: &str) -> Option<Map<String, Value>> {
    let data = events.lines().filter_map(|line| serde_json::from_str::<Value>(line.strip_prefix("data:")?).ok());
    data.into_iter().find_map(|data| data.as_object().and_then(error_of).cloned())
}

#[cfg(test)]
mod tests {
    use super::{error_in, events, is_event_line};

    #[test]
    fn events_are_found_behind_headers() {
        assert_eq!(events("HTTP/1.1 200 OK\nDate: today\n\ndata: {}"), Some("data: {}"));
        assert_eq!(events("id: 1\ndata: {}"), Some("id: 1\ndata: {}"));
        assert_eq!(events("{ \"data\": 1, }"), None);
    }

    #[test]
    fn errors_are_found_in_events() {
        let error = error_in("data: {\"Audio\": \"\"}\n\ndata: {\"Error\": {\"Code\": \"InternalError\"}}");
        assert_eq!(error.unwrap()["Code"], "InternalError");
        assert_eq!(error_in("data: {\"Error\": {}}\ndata: [DONE]"), None);
    }

    #[test]
    fn damaged_events_are_found() {
        for (line, expected) in [("id: 1", true), ("data:[DONE]", true), ("data: {}", true), ("data: {", false)] {
            assert_eq!(is_event_line(line), expected, "{line}");
        }
    }
}
