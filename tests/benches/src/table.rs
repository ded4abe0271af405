//! A table of figures: for people as Markdown, for programs as JSON.

use std::fmt::Write;

use serde_json::{Value, json};

/// What a section of the run found out.
#[derive(Debug)]
pub(crate) struct Table {
    /// The section's name, by which it is asked for.
    pub(crate) section: &'static str,
    pub(crate) title: String,
    pub(crate) head: Vec<&'static str>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone)]
pub(crate) enum Cell {
    Text(String),
    /// With so many digits after the point.
    Number(f64, usize),
    Nothing,
}

impl Table {
    pub(crate) fn new(section: &'static str, title: impl Into<String>, head: &[&'static str]) -> Self {
        Self { section, title: title.into(), head: head.to_vec(), rows: Vec::new() }
    }

    pub(crate) fn markdown(&self) -> String {
        let mut text =
            format!("## {}\n\n| {} |\n|{}\n", self.title, self.head.join(" | "), "---|".repeat(self.head.len()));
        for row in &self.rows {
            let cells: Vec<_> = row.iter().map(Cell::text).collect();
            writeln!(text, "| {} |", cells.join(" | ")).expect("a string takes anything");
        }
        text
    }

    /// An object for each row, its members called as the columns.
    pub(crate) fn json(&self) -> Value {
        let row = |row: &Vec<Cell>| -> Value {
            self.head.iter().zip(row).map(|(name, cell)| ((*name).to_owned(), cell.json())).collect()
        };
        json!({ "section": self.section, "title": self.title, "rows": self.rows.iter().map(row).collect::<Vec<_>>() })
    }
}

impl Cell {
    pub(crate) fn text_of(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A ratio.
    pub(crate) fn ratio(ratio: f64) -> Self {
        Self::Number(ratio, 2)
    }

    #[expect(clippy::cast_precision_loss, reason = "no count has 16 digits")]
    pub(crate) fn count(count: u64) -> Self {
        Self::Number(count as f64, 0)
    }

    #[expect(clippy::cast_precision_loss, reason = "no count has 16 digits")]
    pub(crate) fn ratio_of(count: u64, to: u64) -> Self {
        Self::ratio(count as f64 / to as f64)
    }

    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number, digits) => grouped(&format!("{number:.digits$}")),
            Self::Nothing => String::new(),
        }
    }

    fn json(&self) -> Value {
        match self {
            Self::Text(text) => json!(text),
            Self::Number(number, _) => json!(number),
            Self::Nothing => Value::Null,
        }
    }
}

/// With a comma after each three digits before the point.
fn grouped(number: &str) -> String {
    let (whole, fraction) = number.split_once('.').map_or((number, ""), |(whole, _)| (whole, &number[whole.len()..]));
    let mut text = String::new();
    for (index, digit) in whole.chars().enumerate() {
        let is_after_three = index > 0 && (whole.len() - index) % 3 == 0 && !text.ends_with('-');
        if is_after_three {
            text.push(',');
        }
        text.push(digit);
    }
    text + fraction
}
