//! Search over services, actions and texts.

mod name;
mod query;
mod text;

use std::cmp::{Ordering, Reverse};
use std::fmt;

use self::query::Query;
use super::{Metadata, ServiceSpec, SpecError, Status};

/// What a search found: an action, or a version of a service as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hit {
    /// The service.
    pub service: String,
    /// Its version.
    pub version: String,
    /// The action; none if it is the service that was found.
    pub action: Option<String>,
    /// What the action does, or the product's name.
    pub title: String,
    /// Whether the action is in use; of a service, [`Status::Unstated`].
    pub status: Status,
    score: u32,
}

impl Metadata {
    /// Searches all services, the best hits first.
    ///
    /// All words must be found, whatever their case, in names or texts: of the service, of the action, of its parameters and its
    /// reply's members. Data types aren't searched. A word in Latin letters is found where a word begins with it, and in
    /// `DescribeTaskDetail` there are three; one in Chinese is found anywhere.
    ///
    /// First comes the action, or service, that is called so; then names go before titles, titles before texts, and texts before
    /// members. Of equals, those in use and the shorter names go first. The order is always the same.
    ///
    /// It reads all files anew, one after another: the mainland's in 0.3 seconds, if the crate is compiled with optimization.
    ///
    /// # Errors
    ///
    /// As [`load`](Self::load), of any service.
    pub fn search(&self, query: &str) -> Result<Vec<Hit>, SpecError> {
        let query = Query::new(query);
        let mut hits = Vec::new();
        if query.is_empty() {
            return Ok(hits);
        }
        for service in self.services() {
            for version in self.versions(service) {
                find(&query, &self.load(service, version)?, &mut hits);
            }
        }
        hits.sort_by(Hit::order);
        Ok(hits)
    }
}

fn find(query: &Query, spec: &ServiceSpec, hits: &mut Vec<Hit>) {
    let hit = |score, action: Option<&str>, title: &str, status: &Status| Hit {
        service: spec.service.clone(),
        version: spec.version.clone(),
        action: action.map(str::to_owned),
        title: title.into(),
        status: status.clone(),
        score,
    };
    let service = query::Service::new(query, spec);
    hits.extend(service.score().map(|score| hit(score, None, &spec.title, &Status::Unstated)));
    for action in spec.actions.values() {
        let score = service.score_action(action);
        hits.extend(score.map(|score| hit(score, Some(&action.name), &action.title, &action.status)));
    }
}

impl Hit {
    fn order(&self, other: &Self) -> Ordering {
        let disuse = |hit: &Self| match hit.status {
            Status::Deprecated => 1,
            Status::Offline => 2,
            _ => 0,
        };
        let length = |hit: &Self| hit.action.as_ref().map_or(0, String::len);
        let first = |hit: &Self| (Reverse(hit.score), disuse(hit), length(hit));
        let newest = || other.version.cmp(&self.version);
        let names = self.action.cmp(&other.action).then_with(|| self.service.cmp(&other.service));
        first(self).cmp(&first(other)).then(names).then_with(newest)
    }
}

/// `vod 2018-07-17 ManageTask: what it does`.
impl fmt::Display for Hit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.service, self.version)?;
        if let Some(action) = &self.action {
            write!(f, " {action}")?;
        }
        if self.title.is_empty() { Ok(()) } else { write!(f, ": {}", self.title) }
    }
}
