//! `lock`: prints a lock file, or writes it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::Context;
use super::fault::Fault;
use super::options::Options;
use super::target::{Target, names};
use super::text::quantity;
use crate::spec::{Lock, Metadata, ServiceSpec};

pub(super) fn run(context: &mut Context<'_>, options: &Options) -> Result<u8, Fault> {
    let Some(out) = &options.out else {
        let target = Target::parse(&options.words)?;
        let spec = described(&target, &options.metadata()?)?;
        let names = target.names.iter().map(String::as_str).collect();
        write!(context.out, "{}", lock(&spec, &names, options.only)?)?;
        return Ok(0);
    };
    let (file, old, spec, names) = if options.words.is_empty() {
        let old = Lock::open(out)?;
        let spec = options.metadata()?.load(old.service(), old.version())?;
        (out.clone(), Some(old), spec, &[][..])
    } else {
        let target = Target::parse(&options.words)?;
        let (file, old, spec) = find(&target, out, &options.metadata()?)?;
        (file, old, spec, target.names)
    };
    let kept = old.iter().flat_map(|old| kept(old, options.only));
    let names: BTreeSet<&str> = kept.chain(names.iter().map(String::as_str)).collect();
    still_there(&file, &spec, &names)?;
    write(context, &file, &lock(&spec, &names, options.only)?, old.is_some())
}

fn lock(spec: &ServiceSpec, names: &BTreeSet<&str>, only: bool) -> Result<Lock, Fault> {
    Ok(if only { Lock::only(spec, names)? } else { Lock::new(spec, names)? })
}

/// The file that is meant, what is in it, and the description to make it of.
fn find(target: &Target<'_>, out: &Path, metadata: &Metadata) -> Result<(PathBuf, Option<Lock>, ServiceSpec), Fault> {
    if is_directory(out) {
        let spec = described(target, metadata)?;
        let file = out.join(format!("{}-{}.spec", spec.service, spec.version));
        let old = existing(&file)?;
        return Ok((file, old, spec));
    }
    let old = existing(out)?;
    let spec = described(&of_file(target, out, old.as_ref())?, metadata)?;
    Ok((out.to_owned(), old, spec))
}

fn described(target: &Target<'_>, metadata: &Metadata) -> Result<ServiceSpec, Fault> {
    if target.names.is_empty() {
        return Err(Fault::usage("name an action, as in `lock vod ManageTask`"));
    }
    target.load(metadata, names)
}

/// What stays of a file. Its data types come with the actions, unless only what is named is wanted.
fn kept(old: &Lock, only: bool) -> impl Iterator<Item = &str> {
    old.actions().chain(old.data_types().filter(move |_| only))
}

fn still_there(file: &Path, spec: &ServiceSpec, names: &BTreeSet<&str>) -> Result<(), Fault> {
    let known: BTreeSet<&str> = spec.names().collect();
    let Some(gone) = names.difference(&known).next() else { return Ok(()) };
    let (file, service, version) = (file.display(), &spec.service, &spec.version);
    let message = format!("{file} has `{gone}`, which {service} {version} doesn't have any more: delete its lines");
    Err(Fault::File(message))
}

/// Whether a file is to be made in it: it is one, or is written like one.
fn is_directory(out: &Path) -> bool {
    out.is_dir() || out.as_os_str().to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR])
}

fn existing(file: &Path) -> Result<Option<Lock>, Fault> {
    if file.exists() { Ok(Some(Lock::open(file)?)) } else { Ok(None) }
}

/// Takes the version from the file that is there.
fn of_file<'a>(target: &Target<'a>, file: &Path, old: Option<&'a Lock>) -> Result<Target<'a>, Fault> {
    let Target { service, names, .. } = *target;
    let Some(old) = old else { return Ok(Target { service, names, version: target.version }) };
    let version = target.version.unwrap_or(old.version());
    if (target.service, version) != (old.service(), old.version()) {
        let wanted = target.version.map(|version| format!(" {version}")).unwrap_or_default();
        return Err(Fault::File(format!(
            "{} is of {} {}: {}{wanted} needs a file of its own",
            file.display(),
            old.service(),
            old.version(),
            target.service
        )));
    }
    Ok(Target { service, names, version: Some(version) })
}

fn write(context: &mut Context<'_>, file: &Path, lock: &Lock, is_old: bool) -> Result<u8, Fault> {
    let text = lock.to_string();
    // What is as it was keeps its time, so that nothing is compiled again.
    let is_same = fs::read_to_string(file).is_ok_and(|old| old == text);
    if !is_same {
        write_file(file, &text)?;
    }
    let outcome = match (is_same, is_old) {
        (true, _) => "as it was",
        (false, true) => "renewed",
        (false, false) => "written",
    };
    let actions = quantity(lock.actions().count(), "action");
    let data = quantity(lock.data_types().count(), "data type");
    writeln!(context.out, "{}: {outcome}, with {actions} and {data}", file.display())?;
    Ok(0)
}

fn write_file(file: &Path, text: &str) -> Result<(), Fault> {
    let fault = |error: std::io::Error| Fault::file(file, &error);
    if let Some(directory) = file.parent().map(PathBuf::from) {
        fs::create_dir_all(directory).map_err(fault)?;
    }
    fs::write(file, text).map_err(fault)
}
