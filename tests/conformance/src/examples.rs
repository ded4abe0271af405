//! All examples of one version of a service.

use std::collections::BTreeSet;
use std::error::Error as StdError;

use serde_json::Value;
use tencent_action::RequestForm;
use tencent_action::spec::{ActionSpec, Metadata, ServiceSpec};

use crate::entry::Entry;
use crate::input::{self, Input};
use crate::output::Output;
use crate::pairs;
use crate::report::{Case, Report};
use crate::same::{Leeway, difference};
use crate::schema::{Deviation, Examination, Form};
use crate::world::World;

/// Runs the examples of the service of these actions, from the metadata in the directory that is the program's argument, and
/// prints the report as JSON.
///
/// # Errors
///
/// - The metadata can't be read.
/// - There is no action.
pub fn run(entries: &[Entry]) -> Result<(), Box<dyn StdError>> {
    let directory = std::env::args_os().nth(1).ok_or("the argument is the directory of the metadata")?;
    let metadata = Metadata::open(directory)?;
    let Some(Entry { service, version, .. }) = entries.first() else { return Err("there is no action".into()) };
    let spec = metadata.load(service, version)?;
    let examples = metadata.examples(service, version)?;
    let world = World::new()?;
    let mut run = Run { world: &world, spec: &spec, report: Report::default() };
    for entry in entries {
        let Some(action) = spec.actions.get(entry.action) else { continue };
        world.admit(service, version, entry.action);
        run.report.compiled += 1;
        for (at, example) in examples.get(entry.action).into_iter().flatten().enumerate() {
            run.input(entry, action, at, &example.input);
            let output = Output { world: &world, spec: &spec, entry, action, at, text: example.output.trim() };
            output.count_in(&mut run.report.outputs);
        }
    }
    serde_json::to_writer(std::io::stdout().lock(), &run.report)?;
    Ok(())
}

struct Run<'a> {
    world: &'a World,
    spec: &'a ServiceSpec,
    report: Report,
}

impl Run<'_> {
    fn input(&mut self, entry: &Entry, action: &ActionSpec, at: usize, text: &str) {
        let is_declared = |name: &str| {
            let outermost = name.split('.').next().unwrap_or_default();
            action.input.iter().any(|member| member.name == outermost)
        };
        let (form, value) = match input::read(text, is_declared) {
            Ok(Input::Json(value)) => (Form::Json, value),
            Ok(Input::Query(value)) => (Form::Text, value),
            Err(reason) => {
                let (cause, place) = reason.split_once(": ").unwrap_or((&reason, ""));
                return self.report.inputs.ill_formed(Case::new(entry.action, at, cause, place));
            }
        };
        let mut examination = Examination::new(self.spec, form);
        let request = examination.object(&action.input, value.as_object().unwrap_or(&serde_json::Map::new()), "");
        let is_fatal = |deviation: &Deviation| {
            matches!(deviation, Deviation::Unknown | Deviation::Missing | Deviation::NullItem | Deviation::Type)
        };
        let fatal = examination.deviations.iter().filter(|(deviation, _)| is_fatal(deviation)).min();
        if let Some((deviation, path)) = fatal {
            return self.report.inputs.ill_formed(Case::new(entry.action, at, deviation.to_string(), path));
        }
        // A query is read from what its texts say; JSON as it is, with whatever the examination forgave.
        let given = if form == Form::Text { &request } else { &value };
        let forgiven: BTreeSet<Deviation> = examination.deviations.iter().map(|(deviation, _)| *deviation).collect();
        // Unsigned requests have one form only.
        let is_flat = !action.unsigned && pairs::has_flat_form(&request);
        self.send(entry, at, given, &request, is_flat, &forgiven);
    }

    /// Sends it as JSON, and as a query if it has that form.
    fn send(
        &mut self,
        entry: &Entry,
        at: usize,
        given: &Value,
        expected: &Value,
        is_flat: bool,
        forgiven: &BTreeSet<Deviation>,
    ) {
        let case = |cause: &str, detail: String| {
            let case = Case::new(entry.action, at, cause, detail);
            if forgiven.is_empty() { case } else { case.deviating() }
        };
        let forms = [RequestForm::Json, RequestForm::Query];
        let forms = if is_flat { &forms[..] } else { &forms[..1] };
        let names = || forgiven.iter().map(ToString::to_string);
        let arrivals = match (entry.send)(self.world, given, forms) {
            Ok(arrivals) => arrivals,
            Err(error) => {
                let refused = case("it isn't read as the declared request", error.to_string());
                return self.report.inputs.count(Err(refused), []);
            }
        };
        let tallies = [(&mut self.report.inputs, Leeway::Sent), (&mut self.report.flattened, Leeway::Flat)];
        for ((tally, leeway), arrival) in tallies.into_iter().zip(arrivals) {
            let outcome = match arrival {
                Ok(arrived) => match difference(expected, &without_token(arrived, expected), leeway) {
                    None => Ok(()),
                    Some(path) => Err(case("other parameters arrive", path)),
                },
                // A query carries 32 KB, and JSON three hundred times that.
                Err(error) if error.to_string().contains("the request is too large") => continue,
                Err(error) => Err(case("it can't be sent", error.to_string())),
            };
            tally.count(outcome, names());
        }
    }
}

/// Without the token that a request is given which has none.
fn without_token(mut arrived: Value, expected: &Value) -> Value {
    if let (Value::Object(arrived), None) = (&mut arrived, expected.get("ClientToken")) {
        arrived.remove("ClientToken");
    }
    arrived
}
