//! What was asked for, and how well it is met.

use super::name::{self, Fit};
use super::text::mentions;
use crate::spec::{ActionSpec, Member, ServiceSpec};

/// More than all words together are worth: it is called so.
const CALLED_SO: u32 = 1_000_000;
const NAME: u32 = 100;
const NAME_BEGINS: u32 = 80;
const SERVICE: u32 = 60;
const TITLE: u32 = 50;
const SERVICE_TITLE: u32 = 30;
const DOCUMENT: u32 = 20;
const MEMBER_NAME: u32 = 10;
const MEMBER_DOCUMENT: u32 = 5;

/// The words that were asked for, in small letters.
pub(super) struct Query(Vec<String>);

impl Query {
    pub(super) fn new(text: &str) -> Self {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        Self(words.map(str::to_lowercase).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// How well a service meets the query.
pub(super) struct Service<'a> {
    spec: &'a ServiceSpec,
    /// Each word, with its worth for being in the service's name or title.
    words: Vec<(&'a str, u32)>,
}

impl<'a> Service<'a> {
    pub(super) fn new(query: &'a Query, spec: &'a ServiceSpec) -> Self {
        let worth = |word: &str| match word {
            _ if spec.service == word => SERVICE,
            _ if mentions(&spec.title, word) => SERVICE_TITLE,
            _ => 0,
        };
        Self { spec, words: query.0.iter().map(|word| (word.as_str(), worth(word))).collect() }
    }

    /// What the service is worth as a hit of its own, if it has all words.
    pub(super) fn score(&self) -> Option<u32> {
        let worth = |word: &str, known: u32| match known {
            0 if mentions(&self.spec.document, word) => Some(DOCUMENT),
            0 => None,
            known => Some(known),
        };
        let score = self.words.iter().map(|(word, known)| worth(word, *known)).sum::<Option<u32>>()?;
        let called_so = self.words.iter().all(|(word, _)| self.spec.service == *word);
        Some(if called_so { CALLED_SO } else { score })
    }

    /// What an action is worth, if all words are found, and not all in the service alone.
    pub(super) fn score_action(&self, action: &ActionSpec) -> Option<u32> {
        let (mut score, mut its_own) = (0, false);
        for (word, of_service) in &self.words {
            let of_action = worth(action, word, *of_service);
            its_own |= of_action > *of_service;
            match of_action.max(*of_service) {
                0 => return None,
                worth => score += worth,
            }
        }
        let called_so = || {
            let words = self.words.iter().map(|(word, _)| *word).filter(|word| self.spec.service != *word);
            words.collect::<String>() == action.name.to_ascii_lowercase()
        };
        its_own.then(|| if called_so() { CALLED_SO + score } else { score })
    }
}

/// What a word is worth for being in the action. Members aren't looked at where the service is worth more anyway.
fn worth(action: &ActionSpec, word: &str, of_service: u32) -> u32 {
    match name::fit(&action.name, word) {
        Some(Fit::Whole) => return NAME,
        Some(Fit::Beginning) => return NAME_BEGINS,
        None => {}
    }
    if mentions(&action.title, word) {
        return TITLE;
    }
    if mentions(&action.document, word) {
        return DOCUMENT;
    }
    if of_service > 0 {
        return 0;
    }
    let members = || action.input.iter().chain(&action.output);
    if members().any(|member| is_named(member, word)) {
        return MEMBER_NAME;
    }
    if members().any(|member| mentions(&member.document, word)) { MEMBER_DOCUMENT } else { 0 }
}

fn is_named(member: &Member, word: &str) -> bool {
    name::fit(&member.name, word).is_some()
}
