//! Random JSON, as tokens: how they are spaced is another matter.

use crate::random::Random;

/// The names of members: those that say something, and those that are declared.
const NAMES: &[&str] = &[
    "Response",
    "RequestId",
    "Error",
    "ErrorMsg",
    "Code",
    "Message",
    "Msg",
    "code",
    "codeDesc",
    "message",
    "Count",
    "Delta",
    "Ratio",
    "Text",
    "Flag",
    "List",
    "Words",
    "Inner",
    "More",
    "Kind",
    "A",
    "B",
    "C",
    "count",
    "Coun\\u0074",
    "é",
    "",
];
const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "1",
    "-1",
    "7",
    "300",
    "1.0",
    "0.5",
    "-0",
    "1e3",
    "1E400",
    "18446744073709551615",
    "18446744073709551616",
    "\"\"",
    "\"7\"",
    "\"-1\"",
    "\"0.5\"",
    "\"1e3\"",
    "\"TRUE\"",
    "\"false\"",
    "\"A\"",
    "\"B\"",
    "\"A.B\"",
    "\"a\\u0000b\"",
    "\"\\ud83d\"",
    "\"\\ud83d\\ude00\"",
    "\"\\n\u{202e}\"",
    "\"未\"",
    "\"0\"",
];
const SPACES: &[&str] = &["", "", " ", "\n", "\t", "\r\n", "  "];

/// JSON, whose tokens are these.
pub(super) struct Json(Vec<String>);

impl Json {
    /// What may be an answer of the API.
    pub(super) fn answer(random: &mut Random) -> Self {
        let mut json = Self(Vec::new());
        if random.once_in(12) {
            json.value(random, 4);
            return json;
        }
        json.object(random, |json, random| {
            json.name("Response");
            json.object(random, |json, random| {
                if !random.once_in(4) {
                    json.members(&[("RequestId", "\"id-1\"")]);
                }
                if random.once_in(3) {
                    json.error(random, "Error");
                }
                json.data(random);
            });
            if random.once_in(8) {
                json.data(random);
            }
        });
        json
    }

    /// What may be an event of a stream.
    pub(super) fn event(random: &mut Random) -> Self {
        let mut json = Self(Vec::new());
        json.object(random, |json, random| {
            if random.once_in(3) {
                let name = random.pick(&["Error", "ErrorMsg"]);
                json.error(random, name);
            }
            json.data(random);
        });
        json
    }

    fn error(&mut self, random: &mut Random, name: &str) {
        self.name(name);
        self.object(random, |json, random| {
            let (code, message) = (random.pick(&["\"A.B\"", "\"A.B\"", "\"\"", "0", "4000"]), random.pick(VALUES));
            json.members(&[("Code", code), (random.pick(&["Message", "Msg"]), message)]);
        });
    }

    fn data(&mut self, random: &mut Random) {
        for _ in 0..random.below(5) {
            self.name(random.pick(NAMES));
            self.value(random, 4);
        }
    }

    fn members(&mut self, members: &[(&str, &str)]) {
        for (name, value) in members {
            self.name(name);
            self.0.push((*value).to_owned());
        }
    }

    /// The name of a member, behind a comma if it isn't the first.
    fn name(&mut self, name: &str) {
        self.comma();
        self.0.extend([format!("\"{name}\""), ":".to_owned()]);
    }

    fn comma(&mut self) {
        if self.0.last().is_some_and(|last| last != "{" && last != "[") {
            self.0.push(",".to_owned());
        }
    }

    fn value(&mut self, random: &mut Random, depth: usize) {
        match random.below(if depth == 0 { 4 } else { 8 }) {
            0..4 => self.0.push(random.pick(VALUES).to_owned()),
            4 | 5 => {
                self.0.push("[".to_owned());
                for _ in 0..random.below(4) {
                    self.comma();
                    self.value(random, depth - 1);
                }
                self.0.push("]".to_owned());
            }
            _ => self.object(random, |json, random| {
                for _ in 0..random.below(4) {
                    json.name(random.pick(NAMES));
                    json.value(random, depth - 1);
                }
            }),
        }
    }

    fn object(&mut self, random: &mut Random, fill: impl FnOnce(&mut Self, &mut Random)) {
        self.0.push("{".to_owned());
        fill(self, random);
        self.0.push("}".to_owned());
    }

    pub(super) fn dense(&self) -> String {
        self.0.concat()
    }

    pub(super) fn spaced(&self, random: &mut Random) -> String {
        let mut text = random.pick(SPACES).to_owned();
        for token in &self.0 {
            text.extend([token.as_str(), random.pick(SPACES)]);
        }
        text
    }
}
