//! Names, types and texts.

use crate::cli::Context;
use crate::cli::fault::Fault;
use crate::cli::text::{on_one_line, shortened};
use crate::spec::{Member, MemberKind, Usage};

/// What a text needs to be worth a column.
const TEXT: usize = 30;

/// Rows of two short cells and a text, which is shortened.
#[derive(Default)]
pub(super) struct Table(Vec<([String; 2], String)>);

impl Table {
    pub(super) fn of<'a>(members: impl Iterator<Item = &'a Member>, usage: Usage) -> Self {
        let row = |member: &Member| ([member.name.clone(), kind(member, usage)], on_one_line(&member.document));
        Self(members.map(row).collect())
    }

    pub(super) fn row(&mut self, cells: [String; 2], text: String) {
        self.0.push((cells, text));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In columns; where there is no room for three, each text has a line of its own.
    pub(super) fn write(&self, context: &mut Context<'_>) -> Result<(), Fault> {
        let width = |cell: usize| self.0.iter().map(|(cells, _)| cells[cell].len()).max().unwrap_or_default();
        let (first, second) = (width(0), width(1));
        let before = 2 + first + 2 + if second > 0 { second + 2 } else { 0 };
        for ([name, kind], text) in &self.0 {
            let cells = format!("  {name:first$}  {kind:second$}");
            let text = text.trim();
            if before + TEXT <= context.width {
                let line = format!("{cells:before$}{}", shortened(text, context.width - before));
                writeln!(context.out, "{}", line.trim_end())?;
            } else {
                writeln!(context.out, "{}", shortened(format!("  {name}  {kind}").trim_end(), context.width))?;
                if !text.is_empty() {
                    writeln!(context.out, "      {}", shortened(text, context.width - 6))?;
                }
            }
        }
        Ok(())
    }
}

/// As in a lock: `[string] required`.
fn kind(member: &Member, usage: Usage) -> String {
    let mut kind = match &member.kind {
        MemberKind::List(item) => format!("[{item}]"),
        one => one.to_string(),
    };
    // Of replies, it is said of nearly all, and nothing comes of it.
    if member.required && usage != Usage::Out {
        kind.push_str(" required");
    }
    if member.deprecated {
        kind.push_str(" deprecated");
    }
    kind
}
