//! The figures as a table and as JSON.

use std::error::Error;
use std::fs;
use std::path::Path;

use serde_json::json;

/// One measure.
pub(crate) struct Row {
    measure: String,
    unit: Unit,
    /// Ours and without any action, plain and without any struct.
    figures: [f64; 4],
}

#[derive(Clone, Copy)]
pub(crate) enum Unit {
    Seconds,
    Bytes,
}

impl Row {
    pub(crate) fn new(measure: String, unit: Unit, figures: [f64; 4]) -> Self {
        Self { measure, unit, figures }
    }

    /// What each of so many items adds; of an application, which is one item, the whole.
    fn added(&self, items: usize) -> [f64; 2] {
        let [ours, ours_none, plain, plain_none] = self.figures;
        #[expect(clippy::cast_precision_loss, reason = "there are some thousands")]
        [(ours - ours_none) / items as f64, (plain - plain_none) / items as f64]
    }
}

impl Unit {
    /// Two figures beside each other, in the unit that suits the smaller one.
    fn show(self, figures: [f64; 2]) -> [String; 2] {
        let least = figures[0].abs().min(figures[1].abs());
        figures.map(|figure| match self {
            Self::Seconds if least < 0.1 => format!("{:.2} ms", figure * 1e3),
            Self::Seconds => format!("{figure:.2} s"),
            Self::Bytes if least < 1e5 => format!("{figure:.0} B"),
            Self::Bytes => format!("{:.2} MiB", figure / f64::from(1 << 20)),
        })
    }
}

/// Prints a table, and writes the figures to a file.
pub(crate) fn print(name: &str, items: Option<usize>, rows: &[Row], file: &Path) -> Result<(), Box<dyn Error>> {
    match items {
        Some(items) => println!("\n{name}, each of {items} items, without what a program without any takes\n"),
        None => println!("\n{name}\n"),
    }
    println!("| | ours | plain | ours / plain |\n|---|---|---|---|");
    let mut list = Vec::new();
    for row in rows {
        let added @ [ours, plain] = row.added(items.unwrap_or(1));
        let ratio = ours / plain;
        println!("| {} | {} | {ratio:.2} |", row.measure, row.unit.show(added).join(" | "));
        list.push(json!({ "measure": row.measure, "ours": ours, "plain": plain, "ratio": ratio, "raw": row.figures }));
    }
    fs::write(file, serde_json::to_vec_pretty(&json!({ "name": name, "items": items, "rows": list }))?)?;
    println!("\n{}", file.display());
    Ok(())
}
