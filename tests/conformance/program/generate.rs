//! The text of a program for each version of a service.

use std::error::Error;
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash, Hasher};

use tencent_action::spec::{Metadata, RustOptions, ServiceSpec, rust};

use crate::arguments::Arguments;

/// What is to be compiled of one version of a service.
pub(crate) struct Declared {
    pub(crate) service: String,
    pub(crate) version: String,
    pub(crate) actions: usize,
    /// How many members its structs have: what compiling costs goes by that.
    pub(crate) fields: usize,
    pub(crate) declarations: String,
    pub(crate) main: String,
}

impl Declared {
    /// Of the program and its files.
    pub(crate) fn name(&self) -> String {
        format!("{}_{}", self.service, self.version).replace('-', "_")
    }

    pub(crate) fn hash(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (&self.declarations, &self.main).hash(&mut hasher);
        hasher.finish()
    }
}

/// Those asked for, one by one: the whole is large.
pub(crate) fn all(
    arguments: &Arguments,
) -> Result<impl Iterator<Item = Result<Declared, Box<dyn Error>>>, Box<dyn Error>> {
    let metadata = Metadata::open(&arguments.metadata)?;
    let known: Vec<String> = metadata.services().map(str::to_owned).collect();
    if let Some(unknown) = arguments.services.iter().find(|service| !known.contains(service)) {
        return Err(format!("there is no service `{unknown}`").into());
    }
    let is_asked = |service: &&String| arguments.services.is_empty() || arguments.services.contains(service);
    let mut versions = Vec::new();
    for service in known.iter().filter(is_asked) {
        versions.extend(metadata.versions(service).map(|version| (service.clone(), version.to_owned())));
    }
    Ok(versions.into_iter().map(move |(service, version)| Ok(declare(&metadata.load(&service, &version)?)?)))
}

fn declare(spec: &ServiceSpec) -> Result<Declared, tencent_action::spec::SpecError> {
    let declarations = rust(spec, spec.actions.keys(), &RustOptions::default())?;
    let fields = declarations.lines().filter(|line| line.starts_with("    pub ")).count();
    let main = main_of(&declarations);
    let (service, version) = (spec.service.clone(), spec.version.clone());
    Ok(Declared { service, version, actions: spec.actions.len(), fields, declarations, main })
}

/// A program that hands the declared actions over.
fn main_of(declarations: &str) -> String {
    let mut text = String::from(
        "//! Written by tests/conformance.\n\npub mod declared;\n\nuse tencent_action_conformance::{Entry, run};\n\n\
         #[allow(deprecated)]\nfn main() -> Result<(), Box<dyn std::error::Error>> {\n    run(&[\n",
    );
    for item in declarations.split("\n\n").filter(|item| item.contains("#[tencent_action(")) {
        let lines = || item.lines().filter(|line| !line.trim_start().starts_with("///"));
        let name = lines().find_map(|line| line.strip_prefix("pub struct "));
        let name = name.unwrap_or_default().trim_end_matches([' ', '{', ';']);
        let streams = lines().take_while(|line| !line.starts_with("pub struct")).any(|line| line.contains("stream = "));
        let entry = if streams { "streaming" } else { "of" };
        // Writing to a string can't fail.
        _ = writeln!(text, "        Entry::{entry}::<declared::{name}>(),");
    }
    text.push_str("    ])\n}\n");
    text
}
