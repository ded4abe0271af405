//! `search`: one line a hit.

use super::Context;
use super::fault::Fault;
use super::options::Options;
use super::text::{quantity, shortened, status};

/// A screen of them.
const FIRST: usize = 20;

pub(super) fn run(context: &mut Context<'_>, options: &Options) -> Result<u8, Fault> {
    let query = options.words.join(" ");
    if !query.contains(char::is_alphanumeric) {
        return Err(Fault::usage("name what to search for"));
    }
    let hits = options.metadata()?.search(&query)?;
    if hits.is_empty() {
        return Err(Fault::NotFound(format!("nothing has all of these words: {query}")));
    }
    let shown = if options.all { hits.len() } else { FIRST.min(hits.len()) };
    for hit in &hits[..shown] {
        let status = status(&hit.status).map(|status| format!(" ({status})")).unwrap_or_default();
        let line = shortened(&hit.to_string(), context.width.saturating_sub(status.len()));
        writeln!(context.out, "{line}{status}")?;
    }
    if shown < hits.len() {
        writeln!(context.out, "… and {}: --all prints them", quantity(hits.len() - shown, "other"))?;
    }
    Ok(0)
}
