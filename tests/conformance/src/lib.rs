//! What a generated program does with its declarations: it runs the published examples through them.
//!
//! An example's input is read into the declared request and sent to a fake cloud, where the same parameters must arrive; its
//! output must decode as the declared reply, with nothing lost. See `README.md` beside this crate.

mod entry;
mod examples;
mod input;
mod output;
mod pairs;
mod probe;
mod report;
mod same;
mod schema;
mod world;

pub use self::entry::Entry;
pub use self::examples::run;
pub use self::report::{Case, Count, Report, Tally};
