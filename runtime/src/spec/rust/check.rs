//! Whether all names can stand in a program.

use serde::de::Error as _;

use crate::spec::word::{is_name, is_word};
use crate::spec::{Member, ServiceSpec, SpecError};

/// All names of a service are checked, whichever of them are written: what isn't a name isn't metadata.
pub(super) fn names(spec: &ServiceSpec) -> Result<(), SpecError> {
    for (place, text) in [("metadata.serviceShortName", &spec.service), ("metadata.apiVersion", &spec.version)] {
        if !is_word(text) {
            return Err(fault(place.to_owned(), text));
        }
    }
    for (name, action) in &spec.actions {
        name_in("actions", name)?;
        let place = format!("actions.{name}");
        members(&place, &action.input)?;
        members(&place, &action.output)?;
    }
    for (name, data) in &spec.data {
        name_in("objects", name)?;
        members(&format!("objects.{name}"), &data.members)?;
    }
    Ok(())
}

fn members(place: &str, members: &[Member]) -> Result<(), SpecError> {
    members.iter().try_for_each(|member| name_in(place, &member.name))
}

fn name_in(place: &str, name: &str) -> Result<(), SpecError> {
    if is_name(name) { Ok(()) } else { Err(fault(place.to_owned(), name)) }
}

fn fault(place: String, name: &str) -> SpecError {
    SpecError::malformed(place, serde_json::Error::custom(format!("{name:?} isn't a name")))
}
