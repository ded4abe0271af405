//! `show`: actions and data types, to be read.

mod table;

use self::table::Table;
use super::Context;
use super::fault::Fault;
use super::options::Options;
use super::target::{Target, names};
use super::text::{on_one_line, paragraphs, quantity, shortened, status};
use crate::spec::wrap::{self, Line};
use crate::spec::{ActionSpec, DataSpec, Metadata, ServiceSpec, SpecError, Usage};

pub(super) fn run(context: &mut Context<'_>, options: &Options) -> Result<u8, Fault> {
    let target = Target::parse(&options.words)?;
    let metadata = options.metadata()?;
    if target.names.is_empty() {
        return list(context, &target, &metadata);
    }
    let spec = target.load(&metadata, names)?;
    for (number, name) in target.names.iter().enumerate() {
        if number > 0 {
            writeln!(context.out)?;
        }
        // A few data types are called as an action is.
        let (action, data) = (spec.actions.get(name), spec.data.get(name));
        if let Some(action) = action {
            context.action(&spec, action, &metadata)?;
        }
        if action.is_some() && data.is_some() {
            writeln!(context.out)?;
        }
        if let Some(data) = data {
            context.data(&spec, data)?;
        }
    }
    Ok(0)
}

/// The actions of the version that is given, or of each.
fn list(context: &mut Context<'_>, target: &Target<'_>, metadata: &Metadata) -> Result<u8, Fault> {
    let newest = target.load(metadata, |_| Vec::new())?;
    let versions = match target.version {
        Some(_) => vec![newest.version.as_str()],
        None => metadata.versions(target.service).rev().collect(),
    };
    for (number, version) in versions.into_iter().enumerate() {
        let spec = metadata.load(target.service, version)?;
        if number > 0 {
            writeln!(context.out)?;
        }
        context.head(&format!("{} {}", spec.service, spec.version), &on_one_line(&spec.title))?;
        context.paragraphs(&spec.document)?;
        writeln!(context.out)?;
        let mut table = Table::default();
        for action in spec.actions.values() {
            let status = status(&action.status).map(|status| format!("{status}. ")).unwrap_or_default();
            table.row([action.name.clone(), String::new()], format!("{status}{}", on_one_line(&action.title)));
        }
        table.write(context)?;
    }
    Ok(0)
}

/// How many examples are published. Files that are none may be left out.
fn examples(metadata: &Metadata, spec: &ServiceSpec, action: &ActionSpec) -> Result<usize, SpecError> {
    match metadata.examples(&spec.service, &spec.version) {
        Ok(examples) => Ok(examples.get(&action.name).map_or(0, Vec::len)),
        Err(error) if error.is_missing() => Ok(0),
        Err(error) => Err(error),
    }
}

impl Context<'_> {
    fn action(&mut self, spec: &ServiceSpec, action: &ActionSpec, metadata: &Metadata) -> Result<(), Fault> {
        let place = format!("{} {} {}", spec.service, spec.version, action.name);
        self.head(&place, &on_one_line(&action.title))?;
        if let Some(status) = status(&action.status) {
            writeln!(self.out, "It is {status}.")?;
        }
        if action.unsigned {
            writeln!(self.out, "It is called without a signature.")?;
        }
        self.paragraphs(&action.document)?;
        self.section("Parameters", &Table::of(action.input.iter(), Usage::In))?;
        // Every reply has an id.
        let output = action.output.iter().filter(|member| member.name != "RequestId");
        self.section("Reply", &Table::of(output, Usage::Out))?;
        let reached = spec.reached(action.input.iter().chain(&action.output));
        self.names("Data types", reached.into_keys())?;
        let count = examples(metadata, spec, action)?;
        if count > 0 {
            writeln!(self.out, "\n{} published.", quantity(count, "example"))?;
        }
        Ok(())
    }

    fn data(&mut self, spec: &ServiceSpec, data: &DataSpec) -> Result<(), Fault> {
        let usage = match data.usage {
            Usage::In => "a data type of requests",
            Usage::Out => "a data type of replies",
            Usage::Both => "a data type of requests and replies",
        };
        self.head(&format!("{} {} {}", spec.service, spec.version, data.name), usage)?;
        self.paragraphs(&data.document)?;
        self.section("Members", &Table::of(data.members.iter(), data.usage))?;
        let reached = spec.reached(data.members.iter());
        self.names("Data types", reached.into_keys())
    }

    fn head(&mut self, place: &str, about: &str) -> Result<(), Fault> {
        let about = if about.trim().is_empty() { String::new() } else { format!(": {}", about.trim()) };
        writeln!(self.out, "{}", shortened(&format!("{place}{about}"), self.width))?;
        Ok(())
    }

    /// A text as a whole.
    fn paragraphs(&mut self, text: &str) -> Result<(), Fault> {
        let paragraphs = paragraphs(text);
        if !paragraphs.is_empty() {
            writeln!(self.out)?;
        }
        for paragraph in paragraphs {
            let others = if paragraph.starts_with("- ") { "  ".into() } else { String::new() };
            for line in wrap::plain(&paragraph, self.width, Line { first: String::new(), others }) {
                writeln!(self.out, "{line}")?;
            }
        }
        Ok(())
    }

    fn section(&mut self, title: &str, table: &Table) -> Result<(), Fault> {
        if table.is_empty() {
            return Ok(writeln!(self.out, "\n{title}: none")?);
        }
        writeln!(self.out, "\n{title}")?;
        table.write(self)
    }

    fn names<'a>(&mut self, title: &str, names: impl Iterator<Item = &'a str>) -> Result<(), Fault> {
        let names = names.collect::<Vec<_>>().join(", ");
        if names.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "\n{title}")?;
        let indent = Line { first: "  ".into(), others: "  ".into() };
        for line in wrap::plain(&names, self.width, indent) {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }
}
