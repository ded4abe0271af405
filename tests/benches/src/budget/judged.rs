//! A figure that was measured.

use super::figure::Figure;
use crate::table::Cell;

/// Below this share of its limit, a figure's limit should follow it.
const SLACK: f64 = 0.85;

/// What was reached of a figure.
#[derive(Debug, Clone)]
pub(crate) struct Judged {
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
            .then(|| format!("{}: {is} where {limit} is the limit, {percent:.1} % more\n  {}", figure.name, figure.why))
    }

    /// By how much the limit is too generous, if it is.
    pub(crate) fn slack(&self) -> Option<String> {
        let Self { figure, reached } = self;
        let (is, limit) = (number(*reached), number(figure.limit));
        (*reached < SLACK * figure.limit).then(|| format!("{}: {is} where {limit} is the limit: lower it", figure.name))
    }

    /// Its row of the table.
    pub(crate) fn row(&self) -> Vec<Cell> {
        let Self { figure, reached } = self;
        let cell = |number: f64| Cell::Number(number, digits(number));
        let goal = figure.goal.map_or(Cell::Nothing, cell);
        vec![Cell::text_of(&figure.name), cell(*reached), cell(figure.limit), goal]
    }
}

fn number(number: f64) -> String {
    format!("{number:.*}", digits(number))
}

/// A ratio has two digits, a count none.
fn digits(number: f64) -> usize {
    if number.fract() == 0.0 { 0 } else { 2 }
}
