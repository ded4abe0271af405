//! `check`: what has changed since a lock was written.

use super::Context;
use super::fault::Fault;
use super::options::Options;
use super::text::quantity;
use crate::spec::{Lock, Metadata};

/// How much has changed.
#[derive(Default)]
struct Tally {
    breaking: usize,
    others: usize,
}

pub(super) fn run(context: &mut Context<'_>, options: &Options) -> Result<u8, Fault> {
    if options.words.is_empty() {
        return Err(Fault::usage("name a lock file"));
    }
    let metadata = options.metadata()?;
    let mut status = 0;
    for file in &options.words {
        let of_file = match check(context, &metadata, file) {
            Ok(tally) => u8::from(tally.breaking > 0 || (tally.others > 0 && !options.breaking)),
            Err(fault @ Fault::Output(_)) => return Err(fault),
            // It says nothing of the other files.
            Err(fault) => context.tell(&fault),
        };
        status = status.max(of_file);
    }
    Ok(status)
}

fn check(context: &mut Context<'_>, metadata: &Metadata, file: &str) -> Result<Tally, Fault> {
    let lock = Lock::open(file)?;
    let (service, version) = (lock.service(), lock.version());
    let mut tally = Tally::default();
    if !metadata.versions(service).any(|known| known == version) {
        writeln!(context.out, "{file}: breaking: {service} {version} is gone")?;
        tally.breaking += 1;
        return Ok(tally);
    }
    for change in lock.changes(&metadata.load(service, version)?)? {
        let mark = if change.is_breaking() { "breaking: " } else { "" };
        writeln!(context.out, "{file}: {mark}{change}")?;
        let count = if change.is_breaking() { &mut tally.breaking } else { &mut tally.others };
        *count += 1;
    }
    context.sum_up(file, &lock, &tally)?;
    Ok(tally)
}

impl Context<'_> {
    fn sum_up(&mut self, file: &str, lock: &Lock, tally: &Tally) -> Result<(), Fault> {
        let changes = tally.breaking + tally.others;
        if changes == 0 {
            let actions = quantity(lock.actions().count(), "action");
            let data = quantity(lock.data_types().count(), "data type");
            writeln!(self.out, "{file}: as published, with {actions} and {data}")?;
        } else {
            let (changes, breaking) = (quantity(changes, "change"), tally.breaking);
            let program = self.program;
            let lock = if lock.is_whole() { "lock" } else { "lock --only" };
            writeln!(self.out, "{file}: {changes}, {breaking} breaking; `{program} {lock} --out {file}` renews it")?;
        }
        Ok(())
    }
}
