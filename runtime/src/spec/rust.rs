//! Rust declarations of what the metadata describes.
//!
//! They are written as a person would: text is put together line by line, as rustfmt leaves it. A tree of tokens and a
//! printer for it would be two more dependencies, and would lose which lines belong together.

mod options;
mod check;
mod words;
mod names;
mod reach;
mod types;
mod doc;
mod values;
mod choices;
mod reads;
mod paging;
mod known;
mod objects;
mod item;
mod write;

pub use self::options::RustOptions;

use self::choices::Choices;
use self::objects::Objects;
use self::reach::Reach;
use self::types::TypeNames;
use super::{ServiceSpec, SpecError};

/// Declares actions of a service in Rust: each with its reply, then the data types that they reach, each once.
///
/// The text compiles as it is, with no dependency but this crate, and is formatted. What a name or a type is called, and
/// whether a member is optional, depends on the whole service and not on the actions that are asked for: so a declaration
/// stays as it is when others come to it.
///
/// | in the metadata | in Rust |
/// |---|---|
/// | a required parameter | `T`, and otherwise `Option<T>` |
/// | a member of a reply | `Option<T>`, but a list is a `Vec`, which a reply without it leaves empty |
/// | a data type of requests and replies both | all `Option`, since no reply is sure to have it all |
/// | a string whose text lists its values | an enum, which keeps any other value too |
/// | a data type without members | `serde_json::Value`, of [`tencent_action::serde_json`](crate::serde_json) |
/// | a data type that contains itself | in a `Box`, where it isn't in a list |
/// | deprecated | `#[deprecated]` |
///
/// Some things that an action says aren't in the metadata, and are concluded: look at them.
///
/// - `idempotent`, where the name begins as those of reads do, as in `DescribeTasks`.
/// - `paginate(…)`, where request and reply have what is needed under the usual names, and no doubt is left.
/// - `#[tencent(client_token)]`, on a member that is called so.
/// - `stream = …`, where the request has a flag for it, and on actions that are known for it.
///
/// A struct gets `Default` if nothing in it is required, or if there is too much in it to be written out.
///
/// # Errors
///
/// - The service has no action of that name.
/// - Something in the metadata is called as nothing in Rust can be. Nothing published is.
///
/// # Example
///
/// ```
/// use tencent_action::spec::{RustOptions, ServiceSpec, rust};
///
/// # fn main() -> Result<(), tencent_action::spec::SpecError> {
/// let spec = ServiceSpec::from_json(
///     br#"{
///         "metadata": { "serviceShortName": "kettle", "apiVersion": "2024-05-01" },
///         "actions": { "Boil": { "name": "Boils water", "input": "BoilRequest", "output": "BoilResponse" } },
///         "objects": {
///             "BoilRequest": { "members": [{ "name": "TeaIDs", "type": "list", "member": "string", "required": true }] },
///             "BoilResponse": { "members": [] }
///         }
///     }"#,
/// )?;
/// let expected = r#"use tencent_action::tencent_action;
///
/// /// Boils water
/// #[tencent_action(service = "kettle", version = "2024-05-01")]
/// #[derive(Debug, Clone, PartialEq)]
/// pub struct Boil {
///     #[serde(rename = "TeaIDs")]
///     pub tea_ids: Vec<String>,
/// }
/// "#;
/// assert_eq!(rust(&spec, ["Boil"], &RustOptions::default())?, expected);
///
/// // The whole service.
/// let whole = rust(&spec, spec.actions.keys(), &RustOptions::default())?;
/// # assert_eq!(whole, expected);
/// # Ok(())
/// # }
/// ```
pub fn rust(
    spec: &ServiceSpec,
    actions: impl IntoIterator<Item = impl AsRef<str>>,
    options: &RustOptions,
) -> Result<String, SpecError> {
    check::names(spec)?;
    let mut asked = Vec::new();
    for name in actions {
        let action = spec.action(name.as_ref())?.name.as_str();
        if !asked.contains(&action) {
            asked.push(action);
        }
    }
    let objects = Objects::new(spec);
    let reach = Reach::new(spec, &objects);
    let types = TypeNames::new(spec);
    let choices = Choices::new(&objects, &reach, &types);
    let reached = reach.of(asked.iter().copied());
    let context = item::Context { spec, objects: &objects, reach: &reach, types: &types, choices: &choices, options };

    let mut items = Vec::new();
    for action in asked {
        items.extend(context.action(action));
    }
    let mut shared = context.data(&reached);
    shared.extend(context.choices_in(&items, &shared));
    shared.sort_by(|one, other| one.name.cmp(&other.name));
    items.extend(shared);
    Ok(write::file(&items, options))
}
