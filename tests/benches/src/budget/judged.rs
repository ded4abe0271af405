//! A figure that was measured.

use serde::Serialize;

use super::figure::Figure;

/// Below this share of its limit, a figure's limit should follow it.
const SLACK: f64 = 0.9;

/// What was reached of a figure.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Judged {
    #[serde(flatten)]
    pub(crate) figure: Figure,
    pub(crate) reached: f64,
}

impl Judged {
    /// By how much it is exceeded, if it is.
    pub(crate) fn excess(&self) -> Option<String> {
        let Self { figure, reached } = self;
        let percent = (reached / figure.limit - 1.0) * 100.0;
        let (is, limit) = (number(*reached), number(figure.limit));
        (*reached > figure.limit)
            .then(|| format!("{}: {is} where {limit} is the limit, {percent:.1} % more", figure.name))
    }

    /// By how much the limit is too generous, if it is.
    pub(crate) fn slack(&self) -> Option<String> {
        let Self { figure, reached } = self;
        let (is, limit) = (number(*reached), number(figure.limit));
        (*reached < SLACK * figure.limit).then(|| format!("{}: {is} where {limit} is the limit: lower it", figure.name))
    }

    /// Its row of the table.
    pub(crate) fn row(&self) -> String {
        let Self { figure, reached } = self;
        let goal = figure.goal.map_or_else(String::new, number);
        format!("| {} | {} | {} | {goal} |\n", figure.name, number(*reached), number(figure.limit))
    }
}

/// A ratio with two digits, a count with none.
fn number(number: f64) -> String {
    if number.fract() == 0.0 { format!("{number}") } else { format!("{number:.2}") }
}
